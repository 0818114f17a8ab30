package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.order.Wish.ByHand;
import com.partnerbridges.utopia.order.Wish.Window;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What people do to orders: done, or refused with the reason. */
@ApplicationScoped
class OperatorActs {

  private static final Set<String> HAVE_NUMBERS = Set.of(Step.CUSTOMER, Step.TICKET);
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** Instead of a reference; each order has the event in its own history. */
  private static final String MANY = "-";

  private static final String NUMBER = "[0-9]{1,18}";

  private final ActRepository acts;
  private final OfficeRepository office;
  private final OrderRepository orders;
  private final AuditLog audit;
  private final SecurityIdentity caller;
  private final Clock clock;

  OperatorActs(
      ActRepository acts,
      OfficeRepository office,
      OrderRepository orders,
      AuditLog audit,
      SecurityIdentity caller,
      Clock clock) {
    this.acts = acts;
    this.office = office;
    this.orders = orders;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Whether the order is new. */
  Uni<Boolean> start(String orderref) {
    String who = who();
    return acts.start(orderref, who, clock.instant())
        .invoke(isNew -> audit(isNew, orderref, "started", who));
  }

  Uni<OrderDetailView> retry(String orderref, String repeat) {
    String who = who();
    return acts.retry(orderref, repeat, who, clock.instant())
        .invoke(
            done -> audit(done, orderref, "retried" + (repeat == null ? "" : " " + repeat), who))
        .flatMap(done -> answer(done, orderref, order -> WhyNot.retried(order, repeat)));
  }

  Uni<WindowView> retry(Window window) {
    if (window.state() != OrderState.NEEDS_ATTENTION && window.state() != OrderState.DEAD) {
      throw Problem.invalid("state", "must be NEEDS_ATTENTION or DEAD", "pattern");
    }
    requireStorable("from", window.from());
    requireStorable("to", window.to());
    String who = who();
    return acts.retry(window, who, clock.instant())
        .invoke(
            done ->
                audit.event(
                    MANY,
                    "retried state=%s orders=%d by=%s"
                        .formatted(window.state(), done.retried(), who)));
  }

  Uni<OrderDetailView> resolve(String orderref, String note) {
    String who = who();
    return acts.resolve(orderref, note, who, clock.instant())
        .invoke(done -> audit(done, orderref, "resolved", who))
        .flatMap(done -> answer(done, orderref, WhyNot::resolved));
  }

  Uni<OrderDetailView> step(String orderref, ByHand byHand) {
    if (HAVE_NUMBERS.contains(byHand.step())
        && (byHand.result() == null || !byHand.result().matches(NUMBER))) {
      throw Problem.invalid("result", "must be the number that PowerCode gave it", "pattern");
    }
    String who = who();
    return acts.step(orderref, byHand, who, clock.instant())
        .invoke(done -> audit(done, orderref, "done by hand step=" + byHand.step(), who))
        .flatMap(done -> answer(done, orderref, order -> WhyNot.doneByHand(order, byHand)));
  }

  private Uni<OrderDetailView> answer(
      boolean done, String orderref, Function<Order, Problem> whyNot) {
    if (done) {
      return office.find(orderref).map(Optional::orElseThrow);
    }
    return orders
        .find(orderref)
        .map(
            found -> {
              throw found.map(whyNot).orElseGet(() -> WhyNot.unknown(orderref));
            });
  }

  /** The database knows no other years. */
  private static void requireStorable(String field, Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw Problem.invalid(field, "must be a moment of the years 0000 to 9999", "range");
    }
  }

  private void audit(boolean done, String orderref, String what, String who) {
    if (done) {
      audit.event(orderref, what + " by=" + who);
    }
  }

  private String who() {
    return caller.getPrincipal().getName();
  }
}
