package com.partnerbridges.iute.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Body of Iute's create call; the names are Iute's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(targets = {IuteOrder.class, IuteOrder.Merchant.class, IuteOrder.Item.class})
public record IuteOrder(
    String myiutePhone,
    String orderId,
    BigDecimal totalAmount,
    String currency,
    Merchant merchant,
    String userPin,
    String birthday,
    List<Item> items,
    Map<String, String> metadata) {

  /** Who sells, and where the webhooks of this order go. */
  public record Merchant(
      String posIdentifier,
      String salesmanIdentifier,
      String userConfirmationUrl,
      String userCancelUrl) {}

  /** One line of the basket. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String id,
      String displayName,
      String sku,
      BigDecimal unitPrice,
      Integer qty,
      String itemImageUrl,
      String itemUrl) {}

  /**
   * What makes two orders the same, whatever they are called and wherever their webhooks go. The
   * PIN is no part of it: a stored digest would make it guessable.
   */
  public IuteOrder content() {
    Merchant seller =
        new Merchant(merchant.posIdentifier(), merchant.salesmanIdentifier(), null, null);
    return new IuteOrder(
        myiutePhone, null, totalAmount, currency, seller, null, birthday, items, metadata);
  }

  @Override
  public String toString() {
    return "IuteOrder[" + orderId + "]";
  }
}
