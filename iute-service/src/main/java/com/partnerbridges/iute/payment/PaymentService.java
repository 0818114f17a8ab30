package com.partnerbridges.iute.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.iute.gateway.IuteGateway;
import com.partnerbridges.iute.gateway.IuteOutcome;
import com.partnerbridges.iute.gateway.IuteReply;
import com.partnerbridges.iute.gateway.IuteStatus;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Starts payments, and applies what Iute answers to them. */
@ApplicationScoped
public class PaymentService {

  private final PaymentRepository payments;
  private final IuteGateway iute;
  private final OrderForm form;
  private final IuteConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  PaymentService(
      PaymentRepository payments,
      IuteGateway iute,
      OrderForm form,
      IuteConfig config,
      ObjectMapper json,
      Clock clock) {
    this.payments = payments;
    this.iute = iute;
    this.form = form;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /** Stores the payment, then tells Iute. A repetition finds what is there and goes on with it. */
  Uni<Payment> create(CreatePayment wish, String caller, String idempotencyKey) {
    if (wish.amount().compareTo(config.maxAmount()) > 0) {
      throw Problem.of(
          400, "AMOUNT_TOO_LARGE", "The amount is above the limit of " + config.maxAmount() + ".");
    }
    NewPayment row = form.fill(wish, caller, idempotencyKey);
    return storedOrFound(row, wish.orderId() != null)
        .flatMap(
            payment ->
                tellIute(payment)
                    .onFailure(PaymentService::databaseAway)
                    .transform(named(payment.orderId())))
        .map(PaymentService::unlessRejected);
  }

  /**
   * When the database goes in the middle, the row may be there all the same: whoever sent no key is
   * told the order id to come back with. With a key it may be another payment's: the key suffices.
   */
  private Uni<Payment> storedOrFound(NewPayment row, boolean orderIdGiven) {
    Instant now = clock.instant();
    Uni<Payment> payment =
        payments
            .insert(row, now, now.plus(config.reconcileAfter()))
            .flatMap(
                stored ->
                    stored.isPresent()
                        ? Uni.createFrom().item(stored.get())
                        : existing(row, orderIdGiven));
    return row.idempotencyKey() != null && !orderIdGiven
        ? payment
        : payment.onFailure(PaymentService::databaseAway).transform(named(row.orderId()));
  }

  private static boolean databaseAway(Throwable failure) {
    return failure instanceof Problem problem && problem.status() == 503;
  }

  private static Function<Throwable, Throwable> named(String orderId) {
    return failure -> ((Problem) failure).with("orderId", orderId);
  }

  /** The payment that a repetition means, or the reason why it is none. */
  private Uni<Payment> existing(NewPayment row, boolean orderIdGiven) {
    Uni<Optional<Payment>> byKey =
        row.idempotencyKey() == null
            ? Uni.createFrom().item(Optional.empty())
            : payments.findByKey(row.createdBy(), row.idempotencyKey());
    return byKey.flatMap(
        keyed -> {
          if (keyed.isPresent()) {
            Payment found = keyed.get();
            boolean sameOrder = !orderIdGiven || found.orderId().equals(row.orderId());
            if (sameOrder && found.hasContent(row.contentDigest())) {
              return Uni.createFrom().item(found);
            }
            throw Problem.of(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key belongs to a payment with other content.");
          }
          return payments.find(row.orderId()).map(found -> sameContent(found, row));
        });
  }

  private static Payment sameContent(Optional<Payment> found, NewPayment row) {
    return found
        .filter(payment -> payment.createdBy().equals(row.createdBy()))
        .filter(payment -> payment.hasContent(row.contentDigest()))
        .orElseThrow(
            () ->
                Problem.of(
                        409,
                        "ORDER_ID_TAKEN",
                        "This orderId belongs to a payment with other content.")
                    .with("orderId", row.orderId()));
  }

  private Uni<Payment> tellIute(Payment payment) {
    return payment.status() == PaymentStatus.CREATED
        ? post(payment, "create").map(Optional::orElseThrow)
        : Uni.createFrom().item(payment);
  }

  /**
   * Posts a CREATED order to Iute and applies the answer. Fails with {@code 502 IUTE_AWAY} when
   * there is none.
   */
  public Uni<Optional<Payment>> post(Payment payment, String cause) {
    return iute.create(payment.iuteRequest())
        .flatMap(outcome -> apply(payment.orderId(), outcome, Facts.because(cause)))
        .map(moved -> moved.map(Moved::payment));
  }

  /** Applies what Iute said of an order. */
  public Uni<Optional<Moved>> apply(String orderId, IuteOutcome outcome, Facts facts) {
    if (outcome instanceof IuteOutcome.Known known) {
      return move(orderId, event(known.status()), facts.answered(text(known.reply())));
    }
    if (outcome instanceof IuteOutcome.NotACustomer refusal) {
      return refused(orderId, "CUSTOMER_NOT_EXISTS", refusal.reply(), facts);
    }
    if (outcome instanceof IuteOutcome.Refused refusal) {
      return refused(orderId, "REFUSED_BY_IUTE", refusal.reply(), facts);
    }
    throw Problem.of(
            502,
            "IUTE_AWAY",
            "Iute gave no usable answer. The payment is kept and settled by itself; ask for its"
                + " status, or send the same request again.")
        .with("orderId", orderId);
  }

  private Uni<Optional<Moved>> refused(String orderId, String code, IuteReply reply, Facts facts) {
    return move(
        orderId, PaymentEvent.REFUSED, facts.answered(text(reply)).refused(code, reply.message()));
  }

  Uni<Optional<Moved>> move(String orderId, PaymentEvent event, Facts facts) {
    return payments.move(orderId, event, facts, clock.instant());
  }

  private static PaymentEvent event(IuteStatus status) {
    return switch (status) {
      case PENDING -> PaymentEvent.ACCEPTED;
      case IN_PROGRESS -> PaymentEvent.STARTED;
      case PAID -> PaymentEvent.CONFIRMED;
      case CANCELLED -> PaymentEvent.CANCELLED;
    };
  }

  private static Payment unlessRejected(Payment payment) {
    if (payment.status() != PaymentStatus.REJECTED) {
      return payment;
    }
    String detail =
        payment.code().equals("CUSTOMER_NOT_EXISTS")
            ? "This phone belongs to no Iute customer; Iute sends the customer an invitation."
            : "Iute refused this payment.";
    throw Problem.of(422, payment.code(), detail)
        .with("orderId", payment.orderId())
        .with("iute_message", payment.reason() == null ? "" : payment.reason());
  }

  private String text(IuteReply reply) {
    try {
      return json.writeValueAsString(reply);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
