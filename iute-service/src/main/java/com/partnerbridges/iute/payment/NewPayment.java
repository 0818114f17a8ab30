package com.partnerbridges.iute.payment;

import java.math.BigDecimal;

/** A payment that is about to be stored. */
record NewPayment(
    String orderId,
    String createdBy,
    String idempotencyKey,
    byte[] contentDigest,
    BigDecimal amount,
    String currency,
    String customerPhone,
    String salesman,
    String posId,
    String iuteRequest) {

  @Override
  public String toString() {
    return "NewPayment[" + orderId + "]";
  }
}
