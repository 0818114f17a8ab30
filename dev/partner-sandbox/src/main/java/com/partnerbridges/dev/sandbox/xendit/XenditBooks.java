package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Codes, payments and refunds, the oldest ones forgotten first. */
final class XenditBooks {
  private static final int KEPT = 200_000;

  private final Map<String, XenditCode> codes = new BoundedMap<>(KEPT);
  private final Map<String, String> newestIds = new BoundedMap<>(KEPT);
  private final Map<String, XenditPayment> payments = new BoundedMap<>(KEPT);
  private final Map<String, XenditRefund> refunds = new BoundedMap<>(KEPT);

  void add(XenditCode code) {
    codes.put(code.id(), code);
    newestIds.put(code.reference(), code.id());
  }

  Optional<XenditCode> byId(String id) {
    return Optional.ofNullable(codes.get(id)).map(code -> code.asOf(Instant.now()));
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
    XenditCode expired = get(idOrReference).expiredAt(Instant.now());
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
            Instant.now());
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
    Instant now = Instant.now();
    return newest(codes, limit).stream().map(code -> code.asOf(now)).toList();
  }

  List<XenditRefund> newestRefunds(int limit) {
    return newest(refunds, limit);
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

  private static <T> List<T> newest(Map<String, T> all, int limit) {
    List<T> newest = new ArrayList<>();
    all.values().stream().skip(Math.max(0, all.size() - limit)).forEach(newest::add);
    Collections.reverse(newest);
    return newest;
  }
}
