package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.edge.Masked;
import java.math.BigDecimal;
import java.time.Instant;

/** A payment as the office sees it: the customer's phone is masked. */
public record PaymentView(
    String orderId,
    PaymentStatus status,
    BigDecimal amount,
    String currency,
    BigDecimal loanAmount,
    String customerPhone,
    String salesman,
    String posId,
    String createdBy,
    String code,
    String reason,
    Instant createdAt,
    Instant movedAt,
    Instant nextCheckAt) {

  static PaymentView of(Payment payment) {
    return new PaymentView(
        payment.orderId(),
        payment.status(),
        payment.amount(),
        payment.currency(),
        payment.loanAmount(),
        Masked.phone(payment.customerPhone()),
        payment.salesman(),
        payment.posId(),
        payment.createdBy(),
        payment.code(),
        payment.reason(),
        payment.createdAt(),
        payment.movedAt(),
        payment.nextCheckAt());
  }
}
