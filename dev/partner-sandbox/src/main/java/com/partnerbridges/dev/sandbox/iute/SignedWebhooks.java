package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.Webhook;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes Iute's webhooks and signs them. */
final class SignedWebhooks {
  private static final String ODD_SPACE = "\r\n\t  ";

  private final IuteKeys keys;

  SignedWebhooks(IuteKeys keys) {
    this.keys = keys;
  }

  static Buffer body(IuteOrder order, WebhookKind kind, WebhookOptions options) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("orderId", order.orderId());
    fields.put(
        "description", options.description() == null ? kind.description() : options.description());
    fields.put("loanAmount", loanAmount(order, kind, options));
    return options.whitespace() ? spaced(fields) : Buffer.buffer(Json.bytes(fields));
  }

  Webhook sign(Webhook webhook, WebhookOptions options) {
    if (options.unsigned()) {
      return webhook;
    }
    String timestamp = String.valueOf(System.currentTimeMillis() + options.timestampOffsetMillis());
    RsaKey key = options.wrongKey() ? keys.wrong() : keys.signing();
    String signature = key.sign(webhook.body().getBytes(), timestamp);
    return webhook.with(Map.of("x-iute-signature", signature, "x-iute-timestamp", timestamp));
  }

  private static BigDecimal loanAmount(IuteOrder order, WebhookKind kind, WebhookOptions options) {
    if (options.withoutLoanAmount()) {
      return null;
    }
    boolean usual = options.loanAmount() == null && kind == WebhookKind.CONFIRMATION;
    return usual ? order.totalAmount() : options.loanAmount();
  }

  private static Buffer spaced(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> json(field.getKey()) + ODD_SPACE + ":" + ODD_SPACE + json(field.getValue()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" ,\t", ODD_SPACE + "{ ", "\n} \n"), Buffer::buffer));
  }

  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }
}
