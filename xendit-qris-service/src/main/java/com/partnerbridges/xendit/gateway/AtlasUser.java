package com.partnerbridges.xendit.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a person as Atlas describes one. */
final class AtlasUser {

  private static final int LONGEST_NAME = 100;
  private static final int SUPER_LEVEL = 100;

  private AtlasUser() {}

  /**
   * Does not judge by {@code u_status}: which values it has is not known, and for a person who may
   * not sign in Atlas refuses the token.
   */
  static AtlasOutcome of(JsonNode user, String appCode) {
    String name = PartnerText.line(user.path("u_username"));
    if (name == null || name.length() > LONGEST_NAME) {
      return new AtlasOutcome.Away("an answer without a usable user name");
    }
    int level = 0;
    for (JsonNode role : user.path("roles")) {
      level = Math.max(level, level(role, appCode));
    }
    return new AtlasOutcome.Known(name, level);
  }

  private static int level(JsonNode role, String appCode) {
    String app = text(role, "app_code");
    if (app.equalsIgnoreCase("ATLAS") && text(role, "role_code").equals("SUPER_ADMIN")) {
      return SUPER_LEVEL;
    }
    return app.equalsIgnoreCase(appCode) ? role.path("role_level").asInt() : 0;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("").strip();
  }
}
