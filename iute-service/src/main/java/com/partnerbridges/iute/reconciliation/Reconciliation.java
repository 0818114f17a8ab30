package com.partnerbridges.iute.reconciliation;

import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.iute.attention.AttentionRepository;
import com.partnerbridges.iute.gateway.IuteGateway;
import com.partnerbridges.iute.gateway.IuteOutcome;
import com.partnerbridges.iute.payment.Facts;
import com.partnerbridges.iute.payment.Payment;
import com.partnerbridges.iute.payment.PaymentService;
import com.partnerbridges.iute.payment.PaymentStatus;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks Iute for open payments that no webhook has settled. */
@ApplicationScoped
class Reconciliation implements DueTask {

  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  private static final int AT_ONCE = 8;

  private final DueRepository due;
  private final PaymentService payments;
  private final AttentionRepository attention;
  private final IuteGateway iute;
  private final IuteConfig config;
  private final DoublingPause pause;
  private final Clock clock;

  Reconciliation(
      DueRepository due,
      PaymentService payments,
      AttentionRepository attention,
      IuteGateway iute,
      IuteConfig config,
      Clock clock) {
    this.due = due;
    this.payments = payments;
    this.attention = attention;
    this.iute = iute;
    this.config = config;
    this.pause = new DoublingPause(config.reconcileAfter(), config.reconcileMaxInterval());
    this.clock = clock;
  }

  @Override
  public String name() {
    return "reconciliation";
  }

  /** Gives the number of payments that were asked for. */
  @Override
  public Uni<Integer> workOff() {
    return due.claim(clock.instant(), config.reconcileLease(), AT_ONCE)
        .flatMap(claimed -> Batches.allAtOnce(claimed, this::settle));
  }

  /** One payment's failure is its own: its lease runs out and it is asked for again. */
  private Uni<Void> settle(Payment claimed) {
    return iute.status(claimed.orderId())
        .flatMap(outcome -> applied(claimed, outcome))
        .flatMap(now -> now.status().isOpen() ? goOn(now) : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf(
                  "reconciliation failed order=%s why=%s",
                  claimed.orderId(), failure.getClass().getSimpleName());
              return Uni.createFrom().voidItem();
            });
  }

  /** The payment after what Iute said. */
  private Uni<Payment> applied(Payment claimed, IuteOutcome outcome) {
    if (outcome instanceof IuteOutcome.UnknownOrder) {
      return claimed.status() == PaymentStatus.CREATED ? postAgain(claimed) : lost(claimed);
    }
    if (outcome instanceof IuteOutcome.Known) {
      return payments
          .apply(claimed.orderId(), outcome, Facts.because("poll"))
          .map(moved -> moved.orElseThrow().payment());
    }
    return Uni.createFrom().item(claimed);
  }

  private Uni<Payment> postAgain(Payment claimed) {
    return payments
        .post(claimed, "posted again")
        .map(Optional::orElseThrow)
        .onFailure(Problem.class) // Iute is away: the payment is as it was
        .recoverWithItem(claimed);
  }

  private Uni<Payment> lost(Payment claimed) {
    String detail =
        "Iute does not know this order any more; the payment was " + claimed.status() + ".";
    return attention
        .raise("LOST_AT_IUTE", claimed.orderId(), detail, clock.instant())
        .replaceWith(claimed);
  }

  private Uni<Void> goOn(Payment payment) {
    Instant now = clock.instant();
    if (now.isBefore(payment.movedAt().plus(config.reconcileGiveUp()))) {
      return due.schedule(payment, now.plus(pause.after(payment.checks())));
    }
    return attention
        .raise(
            "NOT_MOVING",
            payment.orderId(),
            "The payment has been "
                + payment.status()
                + " since "
                + payment.movedAt()
                + "; Iute is not asked any more. Its webhooks still count.",
            now)
        .flatMap(raised -> due.schedule(payment, null));
  }
}
