package com.partnerbridges.iiko.gateway;

import io.vertx.core.MultiMap;
import java.util.Locale;

/** A server's answer, whose body is still coming in. */
record Reply(int status, MultiMap headers, BodyStream body) {

  boolean isHtml() {
    String type = headers.get("Content-Type");
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /** It was asked for plain text, and what is packed may be of any size. */
  boolean isPacked() {
    String encoding = headers.get("Content-Encoding");
    return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
  }
}
