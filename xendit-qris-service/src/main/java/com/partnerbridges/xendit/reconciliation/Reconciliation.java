package com.partnerbridges.xendit.reconciliation;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.xendit.Alarm;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.PaidPart;
import com.partnerbridges.xendit.gateway.PaymentsOutcome;
import com.partnerbridges.xendit.gateway.XenditGateway;
import com.partnerbridges.xendit.settlement.Report;
import com.partnerbridges.xendit.settlement.Settlement;
import com.partnerbridges.xendit.transaction.Transaction;
import com.partnerbridges.xendit.transaction.TransactionEvent;
import com.partnerbridges.xendit.transaction.TransactionRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks Xendit for the payments of pending transactions, now and then while they can be paid, before
 * they expire, and once more some time later. A transaction whose create call was never answered
 * fails.
 */
@ApplicationScoped
class Reconciliation implements DueTask {

  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  private static final int AT_ONCE = 8;

  private static final Duration SILENCE = Duration.ofHours(24);

  private final DueRepository due;
  private final TransactionRepository transactions;
  private final Settlement settlement;
  private final XenditGateway xendit;
  private final XenditConfig config;
  private final DoublingPause pause;
  private final Alarm alarm;
  private final Clock clock;

  Reconciliation(
      DueRepository due,
      TransactionRepository transactions,
      Settlement settlement,
      XenditGateway xendit,
      XenditConfig config,
      Alarm alarm,
      Clock clock) {
    this.due = due;
    this.transactions = transactions;
    this.settlement = settlement;
    this.xendit = xendit;
    this.config = config;
    this.pause = new DoublingPause(config.reconcileAfter(), config.reconcileMaxInterval());
    this.alarm = alarm;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public Uni<Integer> workOff() {
    return due.claim(clock.instant(), config.reconcileLease(), AT_ONCE)
        .flatMap(claimed -> Batches.allAtOnce(claimed, this::settle));
  }

  /** One transaction's failure is its own: its lease runs out and it is asked for again. */
  private Uni<Void> settle(Transaction claimed) {
    return step(claimed)
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf(
                  failure instanceof Problem ? null : failure,
                  "reconciliation failed reference=%s why=%s",
                  claimed.externalId(),
                  failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> step(Transaction claimed) {
    if (!claimed.hasCode()) {
      return end(claimed, TransactionEvent.NOT_CREATED, "CREATE_ANSWER_LOST", null);
    }
    Instant asked = clock.instant(); // what was paid while the answer was under way is not in it
    return xendit.payments(claimed.qrId()).flatMap(outcome -> follow(claimed, asked, outcome));
  }

  private Uni<Void> follow(Transaction claimed, Instant asked, PaymentsOutcome outcome) {
    if (outcome instanceof PaymentsOutcome.Unclear) {
      return askLater(claimed);
    }
    List<PaidPart> payments =
        outcome instanceof PaymentsOutcome.Known known ? known.payments() : List.of();
    Uni<Void> applied = Uni.createFrom().voidItem();
    for (PaidPart payment : payments) {
      applied = applied.flatMap(before -> apply(claimed, payment));
    }
    return applied.flatMap(
        done -> {
          boolean over = !asked.isBefore(lastLook(claimed));
          if (!claimed.isPending()) { // expired or declined: its code could still be paid
            return due.schedule(claimed, over ? null : lateLook(claimed));
          }
          // what was paid is no longer pending, and stays as it is
          return over ? expire(claimed) : goOn(claimed);
        });
  }

  private Uni<Void> apply(Transaction claimed, PaidPart payment) {
    Report report =
        new Report(
            Report.Meaning.PAID,
            claimed.externalId(),
            payment.paymentId(),
            payment.amount(),
            payment.receiptId(),
            payment.paidAt());
    return settlement.byListing(report).replaceWithVoid();
  }

  /** Xendit cannot keep a payment from coming at the last second; its webhook may be lost, too. */
  private Uni<Void> expire(Transaction claimed) {
    return end(claimed, TransactionEvent.TIME_OVER, null, lateLook(claimed));
  }

  private Uni<Void> end(
      Transaction claimed, TransactionEvent event, String reason, Instant nextCheck) {
    return transactions
        .move(claimed.externalId(), event, reason, clock.instant(), nextCheck)
        .invoke(
            moved ->
                moved.ifPresent(
                    now ->
                        LOG.infof(
                            "transaction ended reference=%s status=%s reason=%s",
                            now.externalId(), now.status(), now.reason())))
        .replaceWithVoid();
  }

  private Uni<Void> goOn(Transaction claimed) {
    Instant next = clock.instant().plus(pause.after(claimed.checks()));
    Instant last = lastLook(claimed);
    return due.schedule(claimed, next.isBefore(last) ? next : last);
  }

  private Uni<Void> askLater(Transaction claimed) {
    Instant now = clock.instant();
    Uni<Void> scheduled = due.schedule(claimed, now.plus(pause.after(claimed.checks())));
    return now.isAfter(claimed.expiredAt().plus(SILENCE))
        ? due.silent(claimed, now).invoke(anew -> told(claimed, anew)).flatMap(told -> scheduled)
        : scheduled;
  }

  private void told(Transaction claimed, boolean anew) {
    if (anew) {
      alarm.raised("XENDIT_SILENT", claimed.externalId());
    }
  }

  private Instant lastLook(Transaction claimed) {
    return claimed.expiredAt().plus(config.expiryGrace());
  }

  private Instant lateLook(Transaction claimed) {
    return lastLook(claimed).plus(config.lateLook());
  }
}
