package com.partnerbridges.xendit.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.shared.partner.PartnerUnavailable;
import com.partnerbridges.xendit.XenditConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Asks Xendit and says what its answer means. Xendit's field names stop here. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class XenditGateway {

  private static final Logger LOG = Logger.getLogger(XenditGateway.class);

  /** What one QR code can hold at our error correction level, in bytes, with room to spare. */
  private static final int LONGEST_CODE = 2000;

  private static final int MOST_PAYMENTS = 100;

  private final XenditApi api;
  private final PartnerCalls calls;

  XenditGateway(XenditApi api, XenditConfig config, MeterRegistry metrics) {
    this.api = api;
    this.calls =
        new PartnerCalls(
                "xendit",
                Map.of(401, "Xendit does not accept XENDIT_API_KEY"),
                config.calls(),
                metrics)
            .telling("create", "payments", "refund", "simulate");
  }

  /** One call only: Xendit would make a second code for the same reference. */
  public Uni<CodeOutcome> createCode(String reference, long amount, Instant expiresAt) {
    return calls
        .once("create", () -> api.createCode(reference, amount, expiresAt))
        .map(XenditGateway::code)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> new CodeOutcome.Unclear(failure.getMessage()))
        .invoke(outcome -> log("create", "reference=" + reference, outcome));
  }

  public Uni<PaymentsOutcome> payments(String qrId) {
    return calls
        .repeating("payments", () -> api.payments(qrId))
        .map(XenditGateway::listed)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> new PaymentsOutcome.Unclear(failure.getMessage()))
        .invoke(outcome -> log("payments", "code=" + qrId, outcome));
  }

  /** One call only: Xendit has no key by which it would know a repetition. */
  public Uni<RefundOutcome> refund(String paymentId, long amount, String reason) {
    return calls
        .once("refund", () -> api.refund(paymentId, amount, reason))
        .map(XenditGateway::refunded)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> notRefunded((PartnerUnavailable) failure))
        .invoke(outcome -> log("refund", "payment=" + paymentId, outcome));
  }

  /** Pays a code of Xendit's test mode. Whether Xendit took it. */
  public Uni<Boolean> simulate(String reference, long amount) {
    return calls
        .once("simulate", () -> api.simulate(reference, amount))
        .map(answer -> answer.status() < 300)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(false);
  }

  private static CodeOutcome code(Answer answer) {
    if (answer.status() >= 300) {
      return isPlainNo(answer)
          ? new CodeOutcome.Refused(errorCode(answer))
          : new CodeOutcome.Unclear("HTTP " + answer.status());
    }
    String qrId = PartnerText.id(answer.json().path("id"));
    String text = answer.json().path("qr_string").asText("");
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return qrId == null || bytes == 0 || bytes > LONGEST_CODE || text.indexOf('\0') >= 0
        ? new CodeOutcome.Unclear("HTTP " + answer.status() + " without a code")
        : new CodeOutcome.Created(qrId, text);
  }

  private static PaymentsOutcome listed(Answer answer) {
    if (answer.status() == 404) {
      return new PaymentsOutcome.UnknownCode();
    }
    JsonNode list = answer.json().path("data");
    if (answer.status() >= 300 || !list.isArray()) {
      return new PaymentsOutcome.Unclear("HTTP " + answer.status() + " without a list");
    }
    List<PaidPart> payments =
        StreamSupport.stream(list.spliterator(), false)
            .filter(payment -> "SUCCEEDED".equals(payment.path("status").asText()))
            .map(XenditGateway::payment)
            .toList();
    boolean understood =
        list.size() <= MOST_PAYMENTS
            && payments.stream().allMatch(payment -> payment.paymentId() != null);
    return understood
        ? new PaymentsOutcome.Known(payments)
        : new PaymentsOutcome.Unclear("a list that cannot be read to its end");
  }

  private static PaidPart payment(JsonNode payment) {
    return new PaidPart(
        PartnerText.id(payment.path("id")),
        PartnerText.amount(payment.path("amount")),
        PartnerText.line(payment.path("payment_detail").path("receipt_id")),
        PartnerText.moment(payment.path("created")));
  }

  private static RefundOutcome notRefunded(PartnerUnavailable failure) {
    return failure.isWithoutEffect()
        ? new RefundOutcome.NotAsked(failure.getMessage())
        : new RefundOutcome.Unclear(failure.getMessage());
  }

  private static RefundOutcome refunded(Answer answer) {
    if (answer.status() >= 300) {
      return isPlainNo(answer)
          ? new RefundOutcome.Refused(errorCode(answer))
          : new RefundOutcome.Unclear("HTTP " + answer.status());
    }
    String id = PartnerText.id(answer.json().path("id"));
    String status = answer.json().path("status").asText("");
    return id == null
        ? new RefundOutcome.Unclear("HTTP " + answer.status() + " without a refund")
        : new RefundOutcome.Accepted(id, status.equals("FAILED"), status.equals("SUCCEEDED"));
  }

  /** A 408 or 409 may be said of a call that had its effect all the same. */
  private static boolean isPlainNo(Answer answer) {
    return List.of(400, 403, 404, 422).contains(answer.status());
  }

  private static String errorCode(Answer answer) {
    String code = PartnerText.id(answer.json().path("error_code"));
    return code == null ? "HTTP_" + answer.status() : code;
  }

  private static void log(String operation, String subject, Object outcome) {
    String kind = outcome.getClass().getSimpleName();
    if (!kind.equals("Created") && !kind.equals("Known") && !kind.equals("Accepted")) {
      LOG.warnf("xendit call went wrong operation=%s %s %s", operation, subject, outcome);
    }
  }
}
