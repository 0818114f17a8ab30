package com.partnerbridges.iute.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.iute.gateway.IuteReply;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * What a webhook's body says, as far as it can be read: {@code {orderId, description, loanAmount}}.
 *
 * @param orderId null when the body names none
 * @param loanAmount null on cancellations, and where no usable amount was sent
 */
record Notice(String orderId, BigDecimal loanAmount, String description) {

  /** Lenient, as one reads partners; the service's own mapper is strict. */
  private static final ObjectMapper PARTNER = new ObjectMapper();

  private static final Notice UNREADABLE = new Notice(null, null, null);
  private static final int LONGEST_ORDER_ID = 64;
  private static final int MOST_DIGITS = 12;

  static Notice read(byte[] body) {
    try {
      JsonNode tree = PARTNER.readTree(body);
      if (tree == null || !tree.isObject()) {
        return UNREADABLE;
      }
      return new Notice(
          orderId(tree.path("orderId")),
          amount(tree.path("loanAmount")),
          tree.path("description").isTextual()
              ? IuteReply.clean(tree.path("description").asText())
              : null);
    } catch (IOException notJson) {
      return UNREADABLE;
    }
  }

  private static String orderId(JsonNode node) {
    if (!node.isTextual() && !node.isIntegralNumber()) {
      return null;
    }
    String id = IuteReply.clean(node.asText());
    if (id.isBlank()) {
      return null;
    }
    // cut so that it is seen to be cut: no payment of ours has such an id
    return id.length() <= LONGEST_ORDER_ID ? id : id.substring(0, LONGEST_ORDER_ID) + "…";
  }

  /** A number, or a number as text; one of absurd size counts as none. */
  private static BigDecimal amount(JsonNode node) {
    if (!node.isNumber() && !node.isTextual()) {
      return null;
    }
    try {
      String text = node.asText();
      BigDecimal amount = text.length() > 40 ? null : new BigDecimal(text.strip());
      boolean bearable =
          amount != null
              && amount.scale() <= MOST_DIGITS
              && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
      return bearable ? amount : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
