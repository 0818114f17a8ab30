package com.partnerbridges.utopia.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.utopia.order.Orderref;
import java.io.IOException;
import java.util.Optional;

/**
 * A callback as it was understood.
 *
 * @param orderref UTOPIA's reference; of an unusable callback, whatever stood there
 */
record Callback(CallbackKind kind, String orderref, String event, String msg, byte[] body) {

  /** Empty when it is no JSON object. */
  static Optional<Callback> read(byte[] body, ObjectMapper json) {
    try {
      JsonNode tree = json.readTree(body);
      return tree != null && tree.isObject() ? Optional.of(of(tree, body)) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Callback of(JsonNode tree, byte[] body) {
    String orderref = PartnerText.line(tree.path("orderref"));
    String msg = PartnerText.line(tree.path("msg"));
    return new Callback(
        CallbackKind.of(msg, orderref != null && Orderref.isOne(orderref)),
        orderref,
        PartnerText.line(tree.path("event")),
        msg,
        body);
  }
}
