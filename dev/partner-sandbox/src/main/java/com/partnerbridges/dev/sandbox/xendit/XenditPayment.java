package com.partnerbridges.dev.sandbox.xendit;

import java.time.Instant;
import java.util.UUID;

/**
 * Money on a code.
 *
 * @param id {@code qrpy_…}
 * @param status {@code SUCCEEDED}, or {@code FAILED} and whatever else control says
 * @param created when the customer paid
 */
public record XenditPayment(
    String id,
    String qrId,
    String reference,
    long amount,
    String currency,
    String status,
    String receiptId,
    Instant created) {
  static final String SUCCEEDED = "SUCCEEDED";

  static XenditPayment of(XenditCode code, PayOptions options) {
    return new XenditPayment(
        "qrpy_" + UUID.randomUUID(),
        code.id(),
        code.reference(),
        options.amount() == null ? code.amount() : options.amount(),
        code.currency(),
        options.status() == null ? SUCCEEDED : options.status(),
        UUID.randomUUID().toString(),
        options.paidAt() == null ? XenditClock.now() : options.paidAt());
  }

  boolean succeeded() {
    return SUCCEEDED.equals(status);
  }
}
