package com.partnerbridges.shared.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with one setting, told from the message of the configuration library: it has
 * nothing but text for it, and that text has the value in it, so it is never passed on.
 */
final class SettingFault {
  private static final String CONVERTED = "whilst being converted ";

  /** How a converter's message begins, and what the person who deploys reads for it. */
  private static final Map<String, String> BY_CONVERTER = new LinkedHashMap<>();

  static {
    BY_CONVERTER.put("Invalid duration", "is not a duration such as 30s, 15m or 24h");
    BY_CONVERTER.put("SRCFG00029", "is not a whole number");
    BY_CONVERTER.put("SRCFG00030", "is not a whole number");
    BY_CONVERTER.put("SRCFG00031", "is not a number");
    BY_CONVERTER.put("SRCFG00032", "is not a number");
    BY_CONVERTER.put("SRCFG00049", "is not one of the allowed values");
  }

  private SettingFault() {}

  static String describe(String property, String message, boolean blank) {
    if (blank) {
      return "is missing";
    }
    if (message.contains("SRCFG00050")) {
      return "is not a setting of this service";
    }
    if (message.startsWith(property + " ")) { // bean validation: the rule, without the value
      return message.substring(property.length() + 1);
    }
    int tail = message.lastIndexOf(CONVERTED);
    String reason = tail < 0 ? "" : message.substring(tail + CONVERTED.length());
    if (reason.startsWith(UnusableSetting.PREFIX)) {
      return reason;
    }
    return BY_CONVERTER.entrySet().stream()
        .filter(it -> reason.startsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("is malformed");
  }
}
