package com.partnerbridges.xendit.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.xendit.settlement.Delivery.Shape;
import com.partnerbridges.xendit.settlement.Report;
import com.partnerbridges.xendit.settlement.Report.Meaning;
import java.util.Locale;
import java.util.Set;

/**
 * A webhook's body, whichever of Xendit's shapes it has: the current one wraps everything in {@code
 * data}, the one before it has the code in {@code qr_code}, and the oldest is flat and tells no
 * amount.
 *
 * @param event Xendit's word, null in the flat shape
 * @param refund what it says of a refund, null when it is about something else
 */
record XenditNotice(Shape shape, String event, Report report, RefundNotice refund) {

  /** What a webhook says of a refund. */
  record RefundNotice(String refundId, String paymentId, String status) {}

  private static final Set<String> PAID = Set.of("SUCCEEDED", "COMPLETED", "PAID", "SUCCESS");
  private static final Set<String> DECLINED = Set.of("FAILED");
  private static final String PAYMENT_EVENT = "qr.payment";
  private static final String REFUND_EVENT = "qr.refund";
  private static final String PAYMENT_PREFIX = "qrpy_";

  static XenditNotice read(byte[] body) {
    JsonNode tree = PartnerText.tree(body);
    String event = PartnerText.line(tree.path("event"));
    boolean v2 = tree.path("data").isObject();
    if (REFUND_EVENT.equals(event)) {
      return refund(v2 ? Shape.V2 : Shape.V1, v2 ? tree.path("data") : tree);
    }
    if (v2) {
      return v2(event, tree.path("data"));
    }
    if (tree.path("qr_code").isObject()) {
      return v1(event, tree);
    }
    return event != null || PartnerText.line(tree.path("external_id")) == null
        ? new XenditNotice(Shape.UNREADABLE, event, Report.NONE, null)
        : flat(tree);
  }

  private static XenditNotice refund(Shape shape, JsonNode refund) {
    RefundNotice notice =
        new RefundNotice(
            PartnerText.id(refund.path("id")),
            PartnerText.id(refund.path("qrpy_id")),
            word(refund.path("status")));
    String reference = PartnerText.line(refund.path("reference_id"));
    Report about = new Report(Meaning.NOTHING, reference, notice.paymentId(), null, null, null);
    return new XenditNotice(shape, REFUND_EVENT, about, notice);
  }

  private static XenditNotice v2(String event, JsonNode data) {
    String reference = PartnerText.line(data.path("reference_id"));
    if (reference == null) {
      return new XenditNotice(Shape.UNREADABLE, event, Report.NONE, null);
    }
    return new XenditNotice(Shape.V2, event, payment(event, data, reference), null);
  }

  private static XenditNotice v1(String event, JsonNode tree) {
    String reference = PartnerText.line(tree.path("qr_code").path("external_id"));
    return reference == null
        ? new XenditNotice(Shape.UNREADABLE, event, Report.NONE, null)
        : new XenditNotice(Shape.V1, event, payment(event, tree, reference), null);
  }

  private static Report payment(String event, JsonNode payment, String reference) {
    return new Report(
        PAYMENT_EVENT.equals(event) ? meaning(payment.path("status")) : Meaning.NOTHING,
        reference,
        PartnerText.id(payment.path("id")),
        PartnerText.amount(payment.path("amount")),
        PartnerText.line(payment.path("payment_detail").path("receipt_id")),
        PartnerText.moment(payment.path("created")));
  }

  /** {@code xendit_id} may be a code's id: only what is seen to be a payment's counts as one. */
  private static XenditNotice flat(JsonNode tree) {
    String id = PartnerText.id(tree.path("xendit_id"));
    Report report =
        new Report(
            meaning(tree.path("status")),
            PartnerText.line(tree.path("external_id")),
            id != null && id.startsWith(PAYMENT_PREFIX) ? id : null,
            null,
            null,
            null);
    return new XenditNotice(Shape.FLAT, null, report, null);
  }

  private static Meaning meaning(JsonNode status) {
    String word = word(status);
    if (PAID.contains(word)) {
      return Meaning.PAID;
    }
    return DECLINED.contains(word) ? Meaning.DECLINED : Meaning.NOTHING;
  }

  private static String word(JsonNode status) {
    String text = PartnerText.line(status);
    return text == null ? "" : text.toUpperCase(Locale.ROOT);
  }
}
