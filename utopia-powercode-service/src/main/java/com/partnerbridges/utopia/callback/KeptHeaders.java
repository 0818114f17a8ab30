package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.partner.PartnerText;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * The headers of a callback as they are stored: the name of each, and the values that are worth
 * keeping. Any other value could be a secret of somebody's.
 */
final class KeptHeaders {

  private static final String NOT_KEPT = "(not kept)";
  private static final int MOST = 50;
  private static final List<String> WITH_VALUE =
      List.of(
          "accept",
          "content-length",
          "content-type",
          "date",
          "host",
          "user-agent",
          "webhook-id",
          "webhook-timestamp",
          "x-forwarded-for",
          "x-request-id");

  private KeptHeaders() {}

  static JsonObject of(MultiMap headers) {
    JsonObject kept = new JsonObject();
    headers.entries().stream()
        .limit(MOST)
        .forEach(
            header -> {
              String name = header.getKey().toLowerCase(Locale.ROOT);
              kept.put(
                  PartnerText.line(name),
                  WITH_VALUE.contains(name) ? PartnerText.line(header.getValue()) : NOT_KEPT);
            });
    return kept;
  }
}
