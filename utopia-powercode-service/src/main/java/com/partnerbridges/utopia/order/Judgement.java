package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What a step's outcome makes of its order. */
@ApplicationScoped
class Judgement {

  private final UtopiaConfig config;
  private final OrderPause pause;
  private final Clock clock;

  Judgement(UtopiaConfig config, Clock clock) {
    this.config = config;
    this.pause = new OrderPause(config.order().retryInitialDelay(), new Random());
    this.clock = clock;
  }

  Settlement of(Order order, Step step, StepOutcome outcome) {
    Instant lease = clock.instant().plus(config.order().lease());
    if (outcome instanceof StepOutcome.Known known) {
      boolean tags = config.customer().tags().isPresent();
      return new Settlement(
          OrderState.IN_PROGRESS,
          0,
          lease,
          null,
          false,
          known.contract(),
          step.with(StepState.DONE, null),
          Settlement.NewStep.after(known.services(), tags));
    }
    if (outcome instanceof StepOutcome.Done done) {
      return Settlement.goesOn(lease, step.with(StepState.DONE, done.result()));
    }
    if (outcome instanceof StepOutcome.Partly partly) {
      return Settlement.goesOn(lease, step.with(StepState.WAITING, partly.result()));
    }
    if (outcome instanceof StepOutcome.NotOurs notOurs) {
      return Settlement.stops(
          OrderState.NOT_OURS,
          order.attempts(),
          notOurs.why(),
          step.with(StepState.FAILED, null),
          false);
    }
    if (outcome instanceof StepOutcome.Attention attention) {
      StepState state = attention.unclear() ? StepState.UNCLEAR : StepState.FAILED;
      return Settlement.stops(
          OrderState.NEEDS_ATTENTION,
          order.attempts(),
          "%s: %s".formatted(step.name(), attention.why()),
          step.with(state, step.result()),
          false);
    }
    return again(order, step, (StepOutcome.Again) outcome);
  }

  private Settlement again(Order order, Step step, StepOutcome.Again again) {
    int attempts = order.attempts() + (again.countsAsTry() ? 1 : 0);
    Step after = step.with(again.unclear() ? StepState.UNCLEAR : StepState.WAITING, step.result());
    String error = "%s: %s".formatted(step.name(), again.why());
    if (attempts >= config.order().maxAttempts()) {
      return Settlement.stops(OrderState.DEAD, attempts, error, after, again.unclear());
    }
    // a breaker closes soon, however often the order itself has failed before
    int tries = again.countsAsTry() ? attempts : 1;
    Instant next = clock.instant().plus(pause.after(tries, again.notBefore()));
    return new Settlement(
        OrderState.IN_PROGRESS, attempts, next, error, again.unclear(), null, after, List.of());
  }
}
