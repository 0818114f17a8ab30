package com.partnerbridges.dev.sandbox.xendit;

import java.time.Instant;

/**
 * Money on its way back.
 *
 * @param id {@code qrrf_…}
 * @param status {@code PENDING}, then {@code SUCCEEDED} or {@code FAILED}
 */
public record XenditRefund(
    String id,
    String paymentId,
    String qrId,
    String reference,
    String status,
    String currency,
    long paymentAmount,
    long refundAmount,
    String reason,
    Instant created) {
  static final String PENDING = "PENDING";
  static final String SUCCEEDED = "SUCCEEDED";
  static final String FAILED = "FAILED";

  boolean pending() {
    return PENDING.equals(status);
  }

  XenditRefund in(String newStatus) {
    return new XenditRefund(
        id,
        paymentId,
        qrId,
        reference,
        newStatus,
        currency,
        paymentAmount,
        refundAmount,
        reason,
        created);
  }
}
