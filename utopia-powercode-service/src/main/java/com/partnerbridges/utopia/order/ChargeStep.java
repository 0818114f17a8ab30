package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.NewTicket;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.PowercodeGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Adds a service or opens the ticket: what PowerCode cannot be asked about afterwards. That it was
 * begun is stored first; whoever finds it begun, or gets no clear answer, leaves it to a person.
 */
@ApplicationScoped
class ChargeStep {

  private final PowercodeGateway powercode;
  private final Provisioning provisioning;
  private final OrderRepository orders;

  ChargeStep(PowercodeGateway powercode, Provisioning provisioning, OrderRepository orders) {
    this.powercode = powercode;
    this.provisioning = provisioning;
    this.orders = orders;
  }

  Uni<StepOutcome> run(Order order, Step step) {
    if (step.wasBegun()) {
      return Uni.createFrom()
          .item(
              new StepOutcome.Attention(
                  StepOutcome.UNCLEAR.formatted("this service was stopped in the middle"), true));
    }
    String customerId = order.customerId().orElseThrow();
    if (step.isService()) {
      return once(
          order,
          step,
          "addCustomerService",
          () ->
              powercode.addService(
                  order.orderref(), customerId, step.serviceId(), step.quantity(), step.prorate()));
    }
    NewTicket ticket =
        provisioning.ticket(order.orderref(), order.contract(), customerId, order.services());
    return once(
        order, step, "createTicket", () -> powercode.createTicket(order.orderref(), ticket));
  }

  private <T> Uni<StepOutcome> once(
      Order order, Step step, String action, Supplier<Uni<Outcome<T>>> call) {
    return orders
        .begin(order, step.name(), null)
        .flatMap(
            begun ->
                begun == OrderRepository.Begun.YES
                    ? call.get().map(outcome -> meaning(action, outcome))
                    : Uni.createFrom().item(new StepOutcome.NoLongerOurs()));
  }

  private static <T> StepOutcome meaning(String action, Outcome<T> outcome) {
    if (outcome instanceof Outcome.Refused<T> refused) {
      return StepOutcome.refused(action, refused.code(), refused.message());
    }
    if (outcome instanceof Outcome.Failed<T> failed) {
      return StepOutcome.unlessUnclear(failed.trouble());
    }
    T id = ((Outcome.Done<T>) outcome).value();
    return new StepOutcome.Done(id == null ? "added" : id.toString());
  }
}
