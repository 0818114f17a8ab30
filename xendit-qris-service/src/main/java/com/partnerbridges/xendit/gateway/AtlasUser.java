package com.partnerbridges.xendit.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerText;
import java.math.BigDecimal;

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
    long level = 0;
    for (JsonNode role : user.path("roles")) {
      level = Math.max(level, level(role, appCode));
    }
    return new AtlasOutcome.Known(name, level);
  }

  private static long level(JsonNode role, String appCode) {
    String app = text(role, "app_code");
    if (app.equalsIgnoreCase("ATLAS") && text(role, "role_code").equals("SUPER_ADMIN")) {
      return SUPER_LEVEL;
    }
    BigDecimal level = PartnerText.amount(role.path("role_level"));
    return level != null && app.equalsIgnoreCase(appCode) ? level.longValue() : 0;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("").strip();
  }
}
