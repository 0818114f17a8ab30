package com.partnerbridges.dev.sandbox.xendit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A QR code as Xendit has it.
 *
 * @param id {@code qr_…}
 * @param reference {@code reference_id}, or {@code external_id} of a v1 code
 * @param status {@code ACTIVE}, or {@code INACTIVE} when paid or expired; never says which
 * @param callbackUrl of a v1 code; null for a v2 code, whose webhooks go to the registered URL
 */
public record XenditCode(
    String id,
    String reference,
    long amount,
    String currency,
    String channelCode,
    Map<String, Object> metadata,
    URI callbackUrl,
    String qrString,
    String status,
    Instant expiresAt,
    Instant created,
    Instant updated,
    List<XenditPayment> payments) {
  static final String ACTIVE = "ACTIVE";
  static final String INACTIVE = "INACTIVE";

  static XenditCode fresh(
      String reference,
      long amount,
      String channelCode,
      Map<String, Object> metadata,
      URI callbackUrl,
      Instant expiresAt,
      Instant now) {
    String id = UUID.randomUUID().toString();
    return new XenditCode(
        "qr_" + id,
        reference,
        amount,
        "IDR",
        channelCode,
        metadata,
        callbackUrl,
        "some-random-qr-string-" + id,
        ACTIVE,
        expiresAt,
        now,
        now,
        List.of());
  }

  boolean paid() {
    return payments.stream().anyMatch(XenditPayment::succeeded);
  }

  boolean v1() {
    return callbackUrl != null;
  }

  XenditCode asOf(Instant now) {
    boolean runsOut = ACTIVE.equals(status) && !now.isBefore(expiresAt);
    return runsOut ? with(INACTIVE, expiresAt, payments, expiresAt) : this;
  }

  XenditCode expiredAt(Instant now) {
    return with(INACTIVE, now, payments, now);
  }

  XenditCode paidBy(XenditPayment payment) {
    return with(
        payment.succeeded() ? INACTIVE : status,
        expiresAt,
        Stream.concat(payments.stream(), Stream.of(payment)).toList(),
        XenditClock.now());
  }

  private XenditCode with(
      String newStatus, Instant newExpiry, List<XenditPayment> newPayments, Instant changed) {
    return new XenditCode(
        id,
        reference,
        amount,
        currency,
        channelCode,
        metadata,
        callbackUrl,
        qrString,
        newStatus,
        newExpiry,
        created,
        changed,
        newPayments);
  }
}
