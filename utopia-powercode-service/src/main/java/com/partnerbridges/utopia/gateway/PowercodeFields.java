package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.partnerbridges.shared.partner.PartnerText;
import java.util.Map;

/** Fields of a PowerCode object: whose case differs by action, and whose ids may be numbers. */
record PowercodeFields(JsonNode object) {

  private static final String ID = "[A-Za-z0-9_-]{1,40}";
  private static final String NOTHING = "0+";

  /** A missing node when there is none. */
  JsonNode get(String name) {
    JsonNode exact = object.path(name);
    return exact.isMissingNode()
        ? object.properties().stream()
            .filter(field -> field.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(MissingNode.getInstance())
        : exact;
  }

  /** Null when there is none. */
  String text(String name) {
    return PartnerText.line(get(name));
  }

  /** Null when there is none, or one that cannot be an id. */
  String id(String name) {
    String text = text(name);
    return text == null || !text.matches(ID) || text.matches(NOTHING) ? null : text;
  }
}
