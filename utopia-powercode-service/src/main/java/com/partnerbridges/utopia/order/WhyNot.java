package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.utopia.order.Wish.ByHand;
import java.util.Optional;

/** Why an act of a person was not done, in words that say what to do instead. */
final class WhyNot {

  private WhyNot() {}

  static Problem unknown(String orderref) {
    return Problem.of(404, "ORDER_NOT_FOUND", "There is no order with this orderref.")
        .with("orderref", orderref);
  }

  static Problem retried(Order order, String repeat) {
    if (!order.state().hasStopped()) {
      return notStopped(order);
    }
    Optional<Step> open =
        order.steps().stream()
            .filter(step -> step.isUnclear() && !step.name().equals(repeat))
            .findFirst();
    return open.isPresent()
        ? unclear(order, open.get())
        : repeat == null
            ? changed(order)
            : conflict(
                order,
                "STEP_NOT_UNCLEAR",
                "There is no unclear step " + repeat + ": retry without naming it.");
  }

  static Problem resolved(Order order) {
    return order.state().hasStopped() ? changed(order) : notStopped(order);
  }

  static Problem doneByHand(Order order, ByHand done) {
    if (done.step().equals(Step.LOOKUP)) {
      return conflict(
          order,
          "STEP_NOT_BY_HAND",
          "What was ordered must come from UTOPIA: retry the order, or resolve it.");
    }
    if (done.step().equals(Step.MAIL)) {
      return conflict(order, "NO_LETTER_WAITS", "No e-mail about this order is waiting.");
    }
    if (order.state() == OrderState.NOT_OURS || !order.state().hasStopped()) {
      return notStopped(order);
    }
    Optional<Step> step = order.step(done.step());
    if (step.isEmpty()) {
      return conflict(order, "STEP_NOT_THERE", "The order has no step " + done.step() + ".");
    }
    return step.get().state() == StepState.DONE
        ? conflict(order, "STEP_DONE", "The step " + done.step() + " is done already.")
        : changed(order);
  }

  private static Problem notStopped(Order order) {
    return conflict(
            order,
            "ORDER_NOT_STOPPED",
            order.state().isOpen()
                ? "The order is being worked on; nothing is to be decided."
                : "This cannot be done to an order that is " + order.state() + ".")
        .with("state", order.state());
  }

  private static Problem unclear(Order order, Step step) {
    String steps = "/orders/" + order.orderref();
    return conflict(
            order,
            "STEP_UNCLEAR",
            ("It is not known whether the step %s was done. Look at the customer in PowerCode. If it"
                    + " is there: POST %s/step with {\"step\": \"%s\", \"result\": its number}. If"
                    + " it is not: POST %s/retry with {\"repeat\": \"%s\"}.")
                .formatted(step.name(), steps, step.name(), steps, step.name()))
        .with("step", step.name());
  }

  private static Problem changed(Order order) {
    return conflict(
        order, "ORDER_CHANGED", "Somebody changed the order just now: look at it again.");
  }

  private static Problem conflict(Order order, String code, String detail) {
    return Problem.of(409, code, detail).with("orderref", order.orderref());
  }
}
