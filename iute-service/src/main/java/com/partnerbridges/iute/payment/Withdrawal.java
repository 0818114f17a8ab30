package com.partnerbridges.iute.payment;

import com.partnerbridges.iute.gateway.IuteGateway;
import com.partnerbridges.iute.gateway.IuteOutcome;
import com.partnerbridges.iute.gateway.IuteStatus;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels an open payment at Iute, for the shop. */
@ApplicationScoped
class Withdrawal {

  private final PaymentService service;
  private final IuteGateway iute;

  Withdrawal(PaymentService service, IuteGateway iute) {
    this.service = service;
    this.iute = iute;
  }

  Uni<Payment> withdraw(Payment payment) {
    if (payment.status() == PaymentStatus.CANCELLED) {
      return Uni.createFrom().item(payment);
    }
    if (!payment.status().isOpen()) {
      throw notOpen(payment);
    }
    return iute.withdraw(payment.orderId()).flatMap(outcome -> settle(payment, outcome));
  }

  private Uni<Payment> settle(Payment payment, IuteOutcome outcome) {
    if (outcome instanceof IuteOutcome.Known) {
      return cancelled(payment, outcome);
    }
    if (outcome instanceof IuteOutcome.UnknownOrder) {
      throw about(
          payment,
          409,
          "NOT_YET_AT_IUTE",
          "Iute does not know this order yet. Try again in a few minutes.");
    }
    // Refused may mean that it is cancelled already, and no answer may hide a success: look.
    return iute.status(payment.orderId())
        .flatMap(
            now -> {
              if (now instanceof IuteOutcome.Known known
                  && known.status() == IuteStatus.CANCELLED) {
                return cancelled(payment, known);
              }
              if (outcome instanceof IuteOutcome.Refused refusal) {
                String said = refusal.reply().message();
                throw about(payment, 422, "REFUSED_BY_IUTE", "Iute refused the withdrawal.")
                    .with("iute_message", said == null ? "" : said);
              }
              throw about(
                  payment, 502, "IUTE_AWAY", "Iute gave no usable answer; please try again.");
            });
  }

  private Uni<Payment> cancelled(Payment payment, IuteOutcome outcome) {
    return service
        .apply(payment.orderId(), outcome, Facts.because("withdrawn"))
        .map(moved -> moved.orElseThrow().payment())
        .invoke(
            now -> {
              if (now.status() != PaymentStatus.CANCELLED) { // a confirmation was faster
                throw notOpen(now);
              }
            });
  }

  private static Problem notOpen(Payment payment) {
    return about(payment, 409, "NOT_OPEN", "The payment is " + payment.status() + ".");
  }

  private static Problem about(Payment payment, int status, String code, String detail) {
    return Problem.of(status, code, detail).with("orderId", payment.orderId());
  }
}
