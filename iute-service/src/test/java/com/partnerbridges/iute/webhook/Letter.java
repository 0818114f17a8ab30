package com.partnerbridges.iute.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;

/**
 * What Iute says in one webhook, whatever envelope it comes in.
 *
 * @param orderId null when the body cannot be read
 * @param loanAmount null when there is none
 */
record Letter(boolean confirms, String orderId, BigDecimal loanAmount, byte[] body) {

  static Letter confirmation(String orderId, BigDecimal loanAmount, String description) {
    return new Letter(true, orderId, loanAmount, json(orderId, loanAmount, description));
  }

  static Letter cancellation(String orderId, String description) {
    return new Letter(false, orderId, null, json(orderId, null, description));
  }

  static Letter unreadable(boolean confirms, byte[] body) {
    return new Letter(confirms, null, null, body);
  }

  String kind() {
    return confirms ? "CONFIRMATION" : "CANCELLATION";
  }

  /** Two letters with the same identity are copies of one. */
  String identity() {
    return identity(kind(), body);
  }

  /** What it is about: letters about one thing must not overtake each other. */
  String subject() {
    return orderId == null ? identity() : orderId;
  }

  static String identity(String kind, byte[] body) {
    return kind + " " + new String(body, ISO_8859_1);
  }

  private static byte[] json(String orderId, BigDecimal loanAmount, String description) {
    return "{\"orderId\":\"%s\",\"description\":\"%s\",\"loanAmount\":%s}"
        .formatted(orderId, description, loanAmount)
        .getBytes(UTF_8);
  }
}
