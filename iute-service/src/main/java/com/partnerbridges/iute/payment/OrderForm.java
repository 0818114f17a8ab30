package com.partnerbridges.iute.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.iute.gateway.IuteOrder;
import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.signature.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Turns what a point of sale asks for into our row and Iute's body. */
@ApplicationScoped
class OrderForm {

  private final SecureRandom random = new SecureRandom();
  private final ObjectMapper canonical =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private final IuteConfig config;

  OrderForm(IuteConfig config) {
    this.config = config;
  }

  NewPayment fill(CreatePayment wish, String createdBy, String idempotencyKey) {
    String orderId = wish.orderId() == null ? newOrderId() : wish.orderId();
    String posId = wish.posId() == null ? config.posId() : wish.posId();
    IuteOrder order = order(wish, orderId, posId);
    return new NewPayment(
        orderId,
        createdBy,
        idempotencyKey,
        Sha256.digest(json(order.content())),
        order.totalAmount(),
        wish.currency(),
        wish.customerPhone(),
        wish.salesmanIdentifier(),
        posId,
        json(order));
  }

  private IuteOrder order(CreatePayment wish, String orderId, String posId) {
    HttpAddress self = config.publicBaseUrl();
    return new IuteOrder(
        wish.customerPhone(),
        orderId,
        money(wish.amount()),
        wish.currency(),
        new IuteOrder.Merchant(
            posId,
            wish.salesmanIdentifier(),
            self.resolve("/iute/confirmation").toString(),
            self.resolve("/iute/cancellation").toString()),
        wish.userPin(),
        wish.birthday(),
        wish.items() == null ? null : wish.items().stream().map(OrderForm::item).toList(),
        wish.metadata());
  }

  private static IuteOrder.Item item(CreatePayment.Item item) {
    return new IuteOrder.Item(
        item.id(),
        item.displayName(),
        item.sku(),
        money(item.unitPrice()),
        item.qty(),
        item.itemImageUrl(),
        item.itemUrl());
  }

  private String json(Object value) {
    try {
      return canonical.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  /** 96 random bits: nobody guesses another shop's order, and no two instances collide. */
  private String newOrderId() {
    byte[] bits = new byte[12];
    random.nextBytes(bits);
    return "pb-" + HexFormat.of().formatHex(bits);
  }
}
