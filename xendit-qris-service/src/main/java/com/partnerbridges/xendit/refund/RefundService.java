package com.partnerbridges.xendit.refund;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.xendit.Alarm;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.RefundOutcome;
import com.partnerbridges.xendit.gateway.XenditGateway;
import com.partnerbridges.xendit.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Gives money back, once: the row is there before Xendit is asked, and Xendit is asked once. */
@ApplicationScoped
class RefundService implements DueTask {

  private static final Logger LOG = Logger.getLogger(RefundService.class);
  private static final long NONE = 0;
  private static final String XENDIT_AWAY = "XENDIT_AWAY";

  private final RefundRepository refunds;
  private final XenditGateway xendit;
  private final XenditConfig config;
  private final Alarm alarm;
  private final Clock clock;

  RefundService(
      RefundRepository refunds,
      XenditGateway xendit,
      XenditConfig config,
      Alarm alarm,
      Clock clock) {
    this.refunds = refunds;
    this.alarm = alarm;
    this.xendit = xendit;
    this.config = config;
    this.clock = clock;
  }

  Uni<Refund> refund(String externalId, RefundWish wish, String who) {
    return refunds
        .request(externalId, wish, who, clock.instant())
        .map(request -> request.refund().orElseThrow(() -> whyNot(request)))
        .flatMap(
            refund ->
                xendit
                    .refund(refund.paymentId(), refund.amount(), refund.reason())
                    .flatMap(outcome -> answered(refund, outcome)))
        .invoke(
            refund ->
                LOG.infof(
                    "refund id=%d reference=%s payment=%s amount=%d status=%s",
                    refund.id(),
                    refund.externalId(),
                    refund.paymentId(),
                    refund.amount(),
                    refund.status()));
  }

  @Override
  public String name() {
    return "unclear-refunds";
  }

  /** Refunds whose answer was lost with their instance become a person's. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    return refunds
        .unanswered(NONE, now.minus(config.createWindow()), now)
        .invoke(all -> all.forEach(refund -> alarm.raised("REFUND_UNCLEAR", refund.externalId())))
        .flatMap(
            unclear ->
                refunds
                    .silent(now.minus(config.refundSilence()), now)
                    .invoke(all -> all.forEach(id -> alarm.raised("REFUND_SILENT", id)))
                    .map(silent -> unclear.size() + silent.size()));
  }

  private Uni<Refund> answered(Refund refund, RefundOutcome outcome) {
    Instant now = clock.instant();
    if (outcome instanceof RefundOutcome.Accepted accepted) {
      String status = accepted.failed() ? "FAILED" : accepted.succeeded() ? "SUCCEEDED" : "PENDING";
      return refunds.answered(refund.id(), status, accepted.refundId(), null, now);
    }
    if (outcome instanceof RefundOutcome.Refused refused) {
      Problem why =
          Problem.of(502, "REFUND_REFUSED", "Xendit refused this refund; nothing was refunded.")
              .with("reason", refused.errorCode());
      return failed(refund, refused.errorCode(), why);
    }
    if (outcome instanceof RefundOutcome.NotAsked) {
      Problem why =
          Problem.of(502, XENDIT_AWAY, "Xendit cannot be asked now; nothing was refunded.");
      return failed(refund, XENDIT_AWAY, why);
    }
    return refunds
        .unanswered(refund.id(), Instant.EPOCH, now)
        .map(
            unclear -> {
              alarm.raised("REFUND_UNCLEAR", refund.externalId());
              throw Problem.of(
                      502,
                      "REFUND_UNCLEAR",
                      "Xendit gave no answer, so the refund may have been made or not. It is not"
                          + " repeated; look at Xendit, then decide the attention item.")
                  .with("refund_id", refund.id());
            });
  }

  private Uni<Refund> failed(Refund refund, String error, Problem why) {
    return refunds
        .answered(refund.id(), "FAILED", null, error, clock.instant())
        .map(
            failed -> {
              throw why.with("refund_id", refund.id());
            });
  }

  private static Problem whyNot(RefundRequest request) {
    if (!request.transactionKnown()) {
      return Transaction.notFound();
    }
    if (request.honoured()) {
      return Problem.of(409, "HONOURED", "This payment was honoured: the guest got the pictures.");
    }
    if (request.payments().isEmpty()) {
      return Problem.of(409, "NOT_PAID", "No payment that Xendit could refund is known here.");
    }
    if (request.payments().size() > 1) {
      return Problem.of(
              409, "WHICH_PAYMENT", "This transaction was paid more than once: name a payment_id.")
          .with("payment_ids", request.payments());
    }
    return request.earlier() != null
        ? Problem.of(409, "ALREADY_REFUNDED", "This payment has a refund already.")
            .with("refund_status", request.earlier())
        : Problem.of(422, "AMOUNT_TOO_LARGE", "More than was paid cannot be refunded.");
  }
}
