package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Codes, payments and refunds, the oldest ones forgotten first. */
final class XenditBooks {
  private static final int KEPT = 200_000;

  private final BoundedMap<String, XenditCode> codes = new BoundedMap<>(KEPT);
  private final BoundedMap<String, String> newestIds = new BoundedMap<>(KEPT);
  private final BoundedMap<String, XenditPayment> payments = new BoundedMap<>(KEPT);
  private final BoundedMap<String, XenditRefund> refunds = new BoundedMap<>(KEPT);

  void add(XenditCode code) {
    codes.put(code.id(), code);
    newestIds.put(code.reference(), code.id());
  }

  Optional<XenditCode> byId(String id) {
    return Optional.ofNullable(codes.get(id)).map(code -> code.asOf(XenditClock.now()));
  }

  /** The newest code of a reference. */
  Optional<XenditCode> byReference(String reference) {
    return Optional.ofNullable(newestIds.get(reference)).flatMap(this::byId);
  }

  XenditCode get(String idOrReference) {
    return byId(idOrReference)
        .or(() -> byReference(idOrReference))
        .orElseThrow(() -> new NoSuchElementException("No code " + idOrReference));
  }

  /** Any payment that the options describe; refused for a code that cannot be paid. */
  XenditPayment pay(String idOrReference, PayOptions options) {
    XenditCode code = get(idOrReference);
    if (!options.force() && !XenditCode.ACTIVE.equals(code.status())) {
      throw new XenditRefusal(
          XenditError.INACTIVE_QR_CODE, "The code is " + (code.paid() ? "paid" : "expired"));
    }
    XenditPayment payment = XenditPayment.of(code, options);
    payments.put(payment.id(), payment);
    codes.put(code.id(), code.paidBy(payment));
    return payment;
  }

  XenditCode expire(String idOrReference) {
    XenditCode expired = get(idOrReference).expiredAt(XenditClock.now());
    codes.put(expired.id(), expired);
    return expired;
  }

  /**
   * @param amount null for what was paid
   */
  XenditRefund refund(String paymentId, Long amount, String reason) {
    XenditPayment payment = payments.get(paymentId);
    if (payment == null || !payment.succeeded()) {
      throw new NoSuchElementException("No payment " + paymentId);
    }
    long wanted = amount == null ? payment.amount() : amount;
    long before =
        refunds.values().stream()
            .filter(refund -> refund.paymentId().equals(paymentId))
            .filter(refund -> !XenditRefund.FAILED.equals(refund.status()))
            .mapToLong(XenditRefund::refundAmount)
            .sum();
    if (before + wanted > payment.amount()) {
      throw new XenditRefusal(
          XenditError.MAXIMUM_REFUND_AMOUNT_REACHED, "More than the payment would be refunded");
    }
    XenditRefund refund =
        new XenditRefund(
            "qrrf_" + UUID.randomUUID(),
            paymentId,
            payment.qrId(),
            payment.reference(),
            XenditRefund.PENDING,
            payment.currency(),
            payment.amount(),
            wanted,
            reason,
            XenditClock.now());
    refunds.put(refund.id(), refund);
    return refund;
  }

  Optional<XenditRefund> findRefund(String refundId) {
    return Optional.ofNullable(refunds.get(refundId));
  }

  XenditRefund settle(String refundId, String status) {
    XenditRefund settled =
        findRefund(refundId)
            .orElseThrow(() -> new NoSuchElementException("No refund " + refundId))
            .in(status);
    refunds.put(refundId, settled);
    return settled;
  }

  List<XenditCode> newestCodes(int limit) {
    Instant now = XenditClock.now();
    return codes.newest(limit).stream().map(code -> code.asOf(now)).toList();
  }

  List<XenditRefund> newestRefunds(int limit) {
    return refunds.newest(limit);
  }

  int size() {
    return codes.size();
  }

  void clear() {
    codes.clear();
    newestIds.clear();
    payments.clear();
    refunds.clear();
  }
}
