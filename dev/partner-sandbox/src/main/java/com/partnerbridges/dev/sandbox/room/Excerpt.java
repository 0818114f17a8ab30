package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of a message that is kept: bounded, and without its secrets. */
final class Excerpt {
  static final int BODY_BYTES = 16 * 1024;
  private static final int HEADERS = 24;
  private static final int HEADER_CHARS = 200;
  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-callback-token");

  private Excerpt() {}

  static String of(Buffer body) {
    if (body == null) {
      return "";
    }
    byte[] kept = body.getBytes(0, Math.min(body.length(), BODY_BYTES));
    String text = new String(kept, StandardCharsets.UTF_8);
    return body.length() > BODY_BYTES ? text + "… (" + body.length() + " bytes)" : text;
  }

  static Map<String, String> of(MultiMap headers) {
    Map<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      String value = SECRET.contains(name) ? "***" : header.getValue();
      kept.put(name, value.length() > HEADER_CHARS ? value.substring(0, HEADER_CHARS) : value);
      if (kept.size() == HEADERS) {
        break;
      }
    }
    return kept;
  }
}
