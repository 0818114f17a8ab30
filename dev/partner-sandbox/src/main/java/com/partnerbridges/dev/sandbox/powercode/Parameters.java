package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a call as text, from a form or from JSON. */
final class Parameters {
  private static final String ACTION = "action";

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  static Parameters of(RoutingContext call) {
    Map<String, String> values = new LinkedHashMap<>();
    if (isForm(call)) {
      call.request().formAttributes().forEach(values::put);
    } else {
      json(call.body().buffer())
          .fields()
          .forEachRemaining(field -> values.put(field.getKey(), text(field)));
    }
    return new Parameters(values);
  }

  /** Empty when the call names none, whatever else is wrong with it. */
  static String action(RoutingContext call) {
    try {
      return isForm(call)
          ? String.valueOf(call.request().getFormAttribute(ACTION))
          : json(call.body().buffer()).path(ACTION).asText();
    } catch (PowercodeRefusal unreadable) {
      return "";
    }
  }

  /** Null when it was not sent. */
  String get(String name) {
    return values.get(name);
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw invalid(name, "is required");
    }
    return value;
  }

  /** The value when it has this form. */
  String required(String name, String pattern, String what) {
    String value = required(name);
    if (!value.matches(pattern)) {
      throw invalid(name, "must be " + what);
    }
    return value;
  }

  /** Those that are about somebody or something, and not about the call. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>(values);
    fields.keySet().removeAll(List.of("apiKey", ACTION, "customerID"));
    return fields;
  }

  static PowercodeRefusal invalid(String name, String problem) {
    return new PowercodeRefusal(PowercodeRefusal.INVALID, name + " " + problem);
  }

  private static boolean isForm(RoutingContext call) {
    String type = call.request().getHeader("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  private static JsonNode json(Buffer body) {
    try {
      return Json.tree(body == null ? new byte[0] : body.getBytes());
    } catch (IllegalArgumentException e) {
      throw invalid("The body", "is neither a form nor JSON");
    }
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    if (field.getValue().isContainerNode()) {
      throw invalid(field.getKey(), "must be text or a number");
    }
    return field.getValue().asText();
  }
}
