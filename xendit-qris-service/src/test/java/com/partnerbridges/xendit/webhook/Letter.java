package com.partnerbridges.xendit.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What Xendit says in one webhook. What it does not say, or cannot be read, is null.
 *
 * @param refund the refund's id
 */
record Letter(
    Says says,
    String reference,
    String payment,
    BigDecimal amount,
    Instant paidAt,
    String refund,
    byte[] body) {

  /** Where an amount must be told and is not, it is not the right one. */
  private static final BigDecimal ANOTHER = BigDecimal.ZERO;

  enum Says {
    PAID,
    DECLINED,
    NOTHING,
    REFUND_SUCCEEDED,
    REFUND_FAILED,
    REFUND_PENDING,
    UNREADABLE
  }

  /**
   * @param word Xendit's
   * @param amount as it stands in the body
   */
  record Told(Says says, String word, String amount, Instant paidAt) {}

  static Letter v2(String reference, String payment, Told told) {
    String body =
        """
        {"event":"qr.payment","data":{"id":%s,"reference_id":"%s","amount":%s,"currency":"IDR",
        "status":"%s","created":%s}}"""
            .formatted(text(payment), reference, told.amount, told.word, text(told.paidAt));
    return payment(reference, payment, told, body);
  }

  static Letter v1(String reference, String payment, Told told) {
    String body =
        """
        {"event":"qr.payment","id":%s,"amount":%s,"created":%s,"status":"%s",
        "qr_code":{"id":"qr_1","external_id":"%s","type":"DYNAMIC"}}"""
            .formatted(text(payment), told.amount, text(told.paidAt), told.word, reference);
    return payment(reference, payment, told, body);
  }

  /** Without a payment's id it names the code's. */
  static Letter flat(String reference, String payment, Told told) {
    String body =
        "{\"external_id\":\"%s\",\"status\":\"%s\",\"xendit_id\":\"%s\"}"
            .formatted(reference, told.word, payment == null ? "qr_1" : payment);
    return new Letter(told.says, reference, payment, null, null, null, body.getBytes(UTF_8));
  }

  static Letter refund(Refunding refund, String xenditId, String word) {
    String reference = refund.sale().id();
    String payment = refund.sale().payment();
    String body =
        """
        {"event":"qr.refund","data":{"id":"%s","qrpy_id":"%s","reference_id":"%s","status":"%s"}}"""
            .formatted(xenditId, payment, reference, word);
    return new Letter(
        Says.valueOf("REFUND_" + word), reference, payment, null, null, xenditId, body.getBytes());
  }

  static Letter unreadable(byte[] body) {
    return new Letter(Says.UNREADABLE, null, null, null, null, null, body);
  }

  /** Letters about one thing must not overtake each other. */
  String about() {
    return reference == null ? new String(body, ISO_8859_1) : reference;
  }

  private static Letter payment(String reference, String payment, Told told, String body) {
    BigDecimal amount =
        told.amount.equals("null") ? ANOTHER : new BigDecimal(told.amount.replace("\"", ""));
    return new Letter(
        told.says, reference, payment, amount, told.paidAt, null, body.getBytes(UTF_8));
  }

  private static String text(Object value) {
    return value == null ? "null" : "\"" + value + "\"";
  }
}
