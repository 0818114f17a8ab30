package com.partnerbridges.utopia.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** PowerCode's odd parameter {@code phone}: a text that is a JSON array. */
final class PhoneNumbers {
  private PhoneNumbers() {}

  static String home(String number) {
    return new JsonArray().add(new JsonObject().put("Type", "Home").put("Number", number)).encode();
  }
}
