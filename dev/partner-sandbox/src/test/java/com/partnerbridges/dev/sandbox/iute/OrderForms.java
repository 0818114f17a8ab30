package com.partnerbridges.dev.sandbox.iute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigDecimal;

/** Good order forms with one field spoilt. */
final class OrderForms {
  private OrderForms() {}

  /** Null leaves the field out; a {@code totalAmount} becomes a number. */
  static String with(String orderId, String field, String value) {
    ObjectNode form = (ObjectNode) Json.tree(IuteWire.order(orderId, "+355691234567").getBytes());
    boolean merchants = field.startsWith("merchant.");
    ObjectNode parent = merchants ? (ObjectNode) form.get("merchant") : form;
    String name = merchants ? field.substring("merchant.".length()) : field;
    if (value == null) {
      parent.remove(name);
    } else if (name.equals("totalAmount")) {
      parent.put(name, new BigDecimal(value));
    } else {
      parent.put(name, value);
    }
    return form.toString();
  }
}
