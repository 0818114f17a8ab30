package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.metric.Moves;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.shared.trace.KeptTrace;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.UtopiaConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Works off orders that are due: one step after the other, each one's result stored before the next
 * begins. Any number of instances may do so at once; whoever has lost an order's claim stops.
 */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class OrderWork implements DueTask {

  private static final Logger LOG = Logger.getLogger(OrderWork.class);
  private static final int AT_ONCE = 8;
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_DATABASE_PAUSE = Duration.ofSeconds(2);

  private static final String ORDER = "order";
  private static final String WORK = "work";

  private final OrderRepository orders;
  private final LookupStep lookup;
  private final CustomerStep customer;
  private final ChargeStep charge;
  private final TagsStep tags;
  private final Judgement judgement;
  private final Drain drain;
  private final UtopiaConfig config;
  private final AuditLog audit;
  private final MeterRegistry metrics;
  private final Moves moves;

  OrderWork(
      OrderRepository orders,
      LookupStep lookup,
      CustomerStep customer,
      ChargeStep charge,
      TagsStep tags,
      Judgement judgement,
      Drain drain,
      UtopiaConfig config,
      AuditLog audit,
      MeterRegistry metrics,
      Moves moves) {
    this.orders = orders;
    this.lookup = lookup;
    this.customer = customer;
    this.charge = charge;
    this.tags = tags;
    this.judgement = judgement;
    this.drain = drain;
    this.config = config;
    this.audit = audit;
    this.metrics = metrics;
    this.moves = moves;
    Stream.of(OrderState.DONE, OrderState.NEEDS_ATTENTION, OrderState.DEAD, OrderState.NOT_OURS)
        .forEach(it -> moves.expect(ORDER, OrderState.IN_PROGRESS.name(), it.name(), WORK));
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Uni<Integer> workOff() {
    return drain.hasBegun() ? Uni.createFrom().item(0) : drain.waitsFor(batch());
  }

  private Uni<Integer> batch() {
    return orders
        .claim(AT_ONCE)
        .flatMap(
            claimed ->
                Batches.allAtOnce(
                    claimed,
                    order ->
                        KeptTrace.goOn(order.traceparent(), "process order", () -> worked(order))));
  }

  private Uni<Void> worked(Order order) {
    return goOn(order).onFailure().recoverWithItem(failure -> left(order, failure));
  }

  /** The order's lease runs out, and it is claimed again. */
  private static Void left(Order order, Throwable failure) {
    AuditLog.about(
        order.orderref(),
        () ->
            LOG.warnf(
                failure instanceof Problem ? null : failure,
                "order left until its lease runs out why=%s",
                failure.getMessage()));
    return null;
  }

  /** What this instance leaves when it ends, another takes over. */
  private Uni<Void> goOn(Order order) {
    if (drain.hasBegun()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Optional<Order>> next =
        order
            .next()
            .map(step -> tried(order, step))
            .orElseGet(() -> settled(order, Settlement.done()));
    return next.flatMap(
        after -> after.map(this::goOn).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** The order as it goes on now; empty when it does not. */
  private Uni<Optional<Order>> tried(Order order, Step step) {
    Timer.Sample time = Timer.start(metrics);
    return Uni.createFrom()
        .deferred(() -> run(order, step))
        .onFailure(failure -> !(failure instanceof Problem))
        .recoverWithItem(failure -> broken(order, step, failure))
        .invoke(
            outcome -> {
              String word = outcome.getClass().getSimpleName();
              time.stop(metrics.timer("utopia.steps", "step", step.kind(), "outcome", word));
              audit.event(order.orderref(), "step=%s outcome=%s".formatted(step.name(), word));
            })
        .flatMap(
            outcome ->
                outcome instanceof StepOutcome.NoLongerOurs
                    ? Uni.createFrom().item(Optional.empty())
                    : settled(order, judgement.of(order, step, outcome)));
  }

  private Uni<StepOutcome> run(Order order, Step step) {
    return switch (step.name()) {
      case Step.LOOKUP -> lookup.run(order);
      case Step.CUSTOMER -> customer.run(order, step);
      case Step.TAGS -> tags.run(order, step);
      default -> charge.run(order, step);
    };
  }

  /** A fault of our own; what it did at PowerCode is not known. */
  private static StepOutcome broken(Order order, Step step, Throwable failure) {
    AuditLog.about(order.orderref(), () -> LOG.errorf(failure, "step broke step=%s", step.name()));
    String why = "a fault of this service, " + failure.getClass().getSimpleName();
    return step.canBeChecked()
        ? new StepOutcome.Again(why, true, step.name().equals(Step.CUSTOMER), null)
        : new StepOutcome.Attention(StepOutcome.UNCLEAR.formatted(why), true);
  }

  /** What was done is not to be forgotten because the database is away for a moment. */
  private Uni<Optional<Order>> settled(Order order, Settlement settlement) {
    return orders
        .settle(order, settlement)
        .onFailure(Problem.class)
        .retry()
        .withBackOff(DATABASE_PAUSE, LONGEST_DATABASE_PAUSE)
        .expireIn(config.order().lease().toMillis() / 2)
        .map(
            stored -> {
              boolean goesOn = stored && settlement.goesOnAtOnce();
              if (stored && settlement.state() != OrderState.IN_PROGRESS) {
                audit.event(order.orderref(), "state=" + settlement.state());
                moves.count(ORDER, OrderState.IN_PROGRESS.name(), settlement.state().name(), WORK);
              }
              return goesOn ? Optional.of(order.after(settlement)) : Optional.empty();
            });
  }
}
