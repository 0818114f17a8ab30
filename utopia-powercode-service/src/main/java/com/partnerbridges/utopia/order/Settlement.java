package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.plan.Plan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is stored after a step was done or tried.
 *
 * @param state of the order
 * @param attempts failed tries of the step that the order is at
 * @param next when the order is worked on next; null when it is not
 * @param error why it waits or has stopped; null when it goes on
 * @param holdsSite whether it is still unclear what became of a customer's creation
 * @param contract null unless it was just looked up
 * @param step as it is now; null when there was none to do
 * @param furtherSteps that the look-up brought
 */
record Settlement(
    OrderState state,
    int attempts,
    Instant next,
    String error,
    boolean holdsSite,
    Contract contract,
    Step step,
    List<NewStep> furtherSteps) {

  /** The order goes on with its next step at once; its lease is renewed. */
  static Settlement goesOn(Instant lease, Step step) {
    return new Settlement(OrderState.IN_PROGRESS, 0, lease, null, false, null, step, List.of());
  }

  static Settlement stops(
      OrderState state, int attempts, String error, Step step, boolean holdsSite) {
    return new Settlement(state, attempts, null, error, holdsSite, null, step, List.of());
  }

  /** Every step is done. */
  static Settlement done() {
    return new Settlement(OrderState.DONE, 0, null, null, false, null, null, List.of());
  }

  boolean goesOnAtOnce() {
    return state == OrderState.IN_PROGRESS && error == null;
  }

  /** A step to come. */
  @RegisterForReflection
  record NewStep(int position, String name, Integer quantity, Boolean prorate) {

    /** Everything that follows the look-up. */
    static List<NewStep> after(List<Plan> services, boolean tags) {
      List<NewStep> steps = new ArrayList<>();
      steps.add(new NewStep(1, Step.CUSTOMER, null, null));
      for (Plan plan : services) {
        steps.add(
            new NewStep(
                steps.size() + 1,
                Step.SERVICE + plan.serviceId(),
                plan.quantity(),
                plan.prorate()));
      }
      steps.add(new NewStep(steps.size() + 1, Step.TICKET, null, null));
      if (tags) {
        steps.add(new NewStep(steps.size() + 1, Step.TAGS, null, null));
      }
      return List.copyOf(steps);
    }

    Step toStep() {
      return new Step(name, StepState.WAITING, quantity, prorate, null, null, null);
    }
  }
}
