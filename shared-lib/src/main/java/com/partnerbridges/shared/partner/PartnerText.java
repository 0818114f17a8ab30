package com.partnerbridges.shared.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads what a partner wrote: leniently, and cut to what can be stored and shown. */
public final class PartnerText {

  /** Lenient, as one reads partners; the service's own mapper is strict. */
  private static final ObjectMapper PARTNER = new ObjectMapper();

  private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final int LONGEST = 200;
  private static final int MOST_DIGITS = 15;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private PartnerText() {}

  /** A missing node when it is no JSON. */
  public static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = PARTNER.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Null when there is no text. */
  public static String line(JsonNode node) {
    return node.isTextual() || node.isNumber() ? line(node.asText()) : null;
  }

  /** Null when nothing is left of it. */
  public static String line(String text) {
    // cut so that it is seen to be cut: nothing of ours looks like it
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    String readable = UNSTORABLE.matcher(cut).replaceAll(" ").strip();
    return readable.isEmpty() ? null : readable;
  }

  /** Null when it is none that could stand in an address. */
  public static String id(JsonNode node) {
    return node.isTextual() && ID.matcher(node.asText()).matches() ? node.asText() : null;
  }

  /** A number, or a number as text; one of absurd size counts as none. */
  public static BigDecimal amount(JsonNode node) {
    if (!node.isNumber() && !node.isTextual()) {
      return null;
    }
    try {
      String text = node.asText();
      BigDecimal amount = text.length() > 40 ? null : new BigDecimal(text.strip());
      boolean bearable =
          amount != null
              && Math.abs((long) amount.scale()) <= MOST_DIGITS
              && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
      return bearable ? amount : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** ISO-8601 with any offset; null when it is none, or of no plausible year. */
  public static Instant moment(JsonNode node) {
    try {
      Instant moment = node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
      return moment == null || moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? null : moment;
    } catch (DateTimeException noMoment) {
      return null;
    }
  }
}
