package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.partner.PartnerText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Cleans a partner's messages, and takes out what it must not echo. */
final class Mask {

  private static final String STARS = "***";

  /** The longest first, so that none hides a part of another. */
  private final List<String> hidden;

  private Mask(List<String> hidden) {
    this.hidden =
        hidden.stream()
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** Of a key, also as Basic authentication has it. */
  static Mask of(Secret key) {
    byte[] bytes = key.value().getBytes(StandardCharsets.UTF_8);
    return new Mask(List.of(key.value(), Base64.getEncoder().encodeToString(bytes)));
  }

  /** And these; any of them may be null. */
  Mask and(List<String> more) {
    List<String> all = new ArrayList<>(hidden);
    all.addAll(more);
    return new Mask(all);
  }

  /** Something to read, whatever the partner wrote. */
  String line(JsonNode message) {
    // masked before it is cut, so that no half of a secret is left
    String text = message.isValueNode() ? message.asText() : "";
    for (String secret : hidden) {
      text = text.replace(secret, STARS);
    }
    String line = PartnerText.line(text);
    return line == null ? "without a message" : line;
  }
}
