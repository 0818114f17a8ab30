package com.partnerbridges.iute.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;

/** The fields of Iute's answers that we keep and show, cut to a bearable length. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record IuteReply(String status, String message, Boolean myiuteCustomer) {

  private static final int LONGEST = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  static IuteReply of(JsonNode json) {
    return new IuteReply(
        text(json.path("status")),
        text(json.path("message")),
        json.path("myiuteCustomer").isBoolean() ? json.path("myiuteCustomer").asBoolean() : null);
  }

  /** A scalar as text without control characters, which PostgreSQL would not take. */
  private static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? clean(node.asText()) : null;
  }

  /** Partner text that can be stored and shown. */
  public static String clean(String text) {
    String readable = CONTROL.matcher(text).replaceAll(" ");
    return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST);
  }
}
