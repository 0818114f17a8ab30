package com.partnerbridges.dev.sandbox.xendit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Codes, payments and refunds in Xendit's field names. */
final class Wire {
  private static final String BUSINESS = "sandbox-business";

  private Wire() {}

  static Map<String, Object> code(XenditCode code) {
    return code.v1() ? codeV1(code) : codeV2(code);
  }

  static Map<String, Object> paymentV2(XenditCode code, XenditPayment payment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", payment.id());
    fields.put("qr_id", code.id());
    fields.put("reference_id", code.reference());
    fields.put("business_id", BUSINESS);
    fields.put("type", "DYNAMIC");
    fields.put("currency", payment.currency());
    fields.put("amount", payment.amount());
    fields.put("channel_code", code.channelCode());
    fields.put("status", payment.status());
    fields.put("expires_at", code.expiresAt());
    fields.put("created", payment.created());
    fields.put("metadata", code.metadata());
    fields.put("payment_detail", detail(payment));
    return fields;
  }

  static Map<String, Object> paymentV1(XenditCode code, XenditPayment payment) {
    Map<String, Object> qr = new LinkedHashMap<>();
    qr.put("id", code.id());
    qr.put("external_id", code.reference());
    qr.put("qr_string", code.qrString());
    qr.put("type", "DYNAMIC");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", payment.id());
    fields.put("amount", payment.amount());
    fields.put("created", payment.created());
    fields.put("qr_code", qr);
    fields.put("status", statusV1(payment));
    fields.put("payment_detail", detail(payment));
    return fields;
  }

  /** Which id the flat body carries is not known: assumed to be the payment's. */
  static Map<String, Object> paymentFlat(XenditCode code, XenditPayment payment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("external_id", code.reference());
    fields.put("status", statusV1(payment));
    fields.put("xendit_id", payment.id());
    return fields;
  }

  static Map<String, Object> refund(XenditRefund refund) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", refund.id());
    fields.put("qrpy_id", refund.paymentId());
    fields.put("status", refund.status());
    fields.put("currency", refund.currency());
    fields.put("payment_amount", refund.paymentAmount());
    fields.put("refund_amount", refund.refundAmount());
    return fields;
  }

  static Map<String, Object> refundEvent(XenditRefund refund) {
    Map<String, Object> fields = refund(refund);
    fields.put("qr_id", refund.qrId());
    fields.put("reference_id", refund.reference());
    fields.put("reason", refund.reason());
    return fields;
  }

  static Map<String, Object> eventV2(String event, Object created, Map<String, Object> data) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("api_version", ApiVersion.V2_DATE);
    fields.put("business_id", BUSINESS);
    fields.put("created", created);
    fields.put("data", data);
    return fields;
  }

  private static Map<String, Object> codeV2(XenditCode code) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", code.id());
    fields.put("reference_id", code.reference());
    fields.put("business_id", BUSINESS);
    fields.put("type", "DYNAMIC");
    fields.put("currency", code.currency());
    fields.put("amount", code.amount());
    fields.put("channel_code", code.channelCode());
    fields.put("qr_string", code.qrString());
    fields.put("expires_at", code.expiresAt());
    fields.put("status", code.status());
    fields.put("created", code.created());
    fields.put("updated", code.updated());
    fields.put("metadata", code.metadata());
    return fields;
  }

  private static Map<String, Object> codeV1(XenditCode code) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", code.id());
    fields.put("external_id", code.reference());
    fields.put("amount", code.amount());
    fields.put("qr_string", code.qrString());
    fields.put("callback_url", code.callbackUrl());
    fields.put("type", "DYNAMIC");
    fields.put("status", code.status());
    fields.put("created", code.created());
    fields.put("updated", code.updated());
    return fields;
  }

  private static String statusV1(XenditPayment payment) {
    return payment.succeeded() ? "COMPLETED" : payment.status();
  }

  private static Map<String, Object> detail(XenditPayment payment) {
    return Map.of("receipt_id", payment.receiptId(), "source", "DANA");
  }
}
