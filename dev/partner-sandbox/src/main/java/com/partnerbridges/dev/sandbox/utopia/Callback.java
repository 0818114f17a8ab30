package com.partnerbridges.dev.sandbox.utopia;

import java.util.Map;

/**
 * A callback to be sent to the registered URL.
 *
 * @param body any bytes; null for the JSON of the three fields below
 * @param headers further ones, or others than the registered ones
 */
record Callback(
    byte[] body,
    Map<String, String> headers,
    String event,
    String orderref,
    String msg,
    CallbackOptions options) {
  static final String NEW_ORDER = "Project New Order";

  Callback {
    headers = headers == null ? Map.of() : headers;
    options = options == null ? CallbackOptions.USUAL : options;
    if (body == null && (event == null || orderref == null || msg == null)) {
      throw new IllegalArgumentException("body, or event, orderref and msg, are required");
    }
  }

  static Callback raw(byte[] body, Map<String, String> headers, CallbackOptions options) {
    return new Callback(body, headers, null, null, null, options);
  }

  static Callback of(String event, String orderref, String msg, CallbackOptions options) {
    return new Callback(null, null, event, orderref, msg, options);
  }

  static Callback newOrder(String orderref, CallbackOptions options) {
    return of("A new order was placed: " + orderref, orderref, NEW_ORDER, options);
  }
}
