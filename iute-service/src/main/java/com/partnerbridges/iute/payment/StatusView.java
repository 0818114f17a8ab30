package com.partnerbridges.iute.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Where a payment stands, and how it got there. */
public record StatusView(
    String orderId,
    PaymentStatus status,
    BigDecimal amount,
    String currency,
    BigDecimal loanAmount,
    String code,
    String reason,
    Instant createdAt,
    Instant movedAt,
    List<HistoryEntry> history) {

  static StatusView of(Payment payment, List<HistoryEntry> history) {
    return new StatusView(
        payment.orderId(),
        payment.status(),
        payment.amount(),
        payment.currency(),
        payment.loanAmount(),
        payment.code(),
        payment.reason(),
        payment.createdAt(),
        payment.movedAt(),
        history);
  }
}
