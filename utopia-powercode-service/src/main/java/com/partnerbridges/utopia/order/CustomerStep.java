package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.NewCustomer;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.PowercodeGateway;
import com.partnerbridges.utopia.gateway.Trouble;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Finds the customer of the order's site, or makes it. PowerCode is always asked first, so that an
 * earlier create whose answer was lost is found; and only by the one order that holds the site, so
 * that no other makes the customer between the question and the create.
 */
@ApplicationScoped
class CustomerStep {

  private final CustomerSearch search;
  private final PowercodeGateway powercode;
  private final Provisioning provisioning;
  private final OrderRepository orders;

  CustomerStep(
      CustomerSearch search,
      PowercodeGateway powercode,
      Provisioning provisioning,
      OrderRepository orders) {
    this.search = search;
    this.powercode = powercode;
    this.provisioning = provisioning;
    this.orders = orders;
  }

  Uni<StepOutcome> run(Order order, Step step) {
    return inCharge(order, () -> foundOrMade(order, step));
  }

  private Uni<StepOutcome> foundOrMade(Order order, Step step) {
    return search
        .find(order.orderref(), order.contract(), step.wasBegun())
        .flatMap(found -> found.map(CustomerStep::now).orElseGet(() -> create(order)));
  }

  private Uni<StepOutcome> create(Order order) {
    NewCustomer customer = provisioning.customer(order.orderref(), order.contract());
    return inCharge(
        order,
        () ->
            powercode
                .createCustomer(order.orderref(), customer)
                .flatMap(
                    outcome ->
                        PowercodeGateway.isOffTheMap(outcome)
                            ? createOffTheMap(order, customer)
                            : now(created(outcome))));
  }

  private Uni<StepOutcome> createOffTheMap(Order order, NewCustomer customer) {
    return inCharge(
        order,
        () ->
            powercode
                .createCustomerOffTheMap(order.orderref(), customer)
                .map(CustomerStep::created));
  }

  /**
   * Before each call that makes something: an instance that stood still while it waited for an
   * answer may have lost the order meanwhile, and what it heard then is old.
   */
  private Uni<StepOutcome> inCharge(Order order, Supplier<Uni<StepOutcome>> call) {
    return orders
        .begin(order, Step.CUSTOMER, order.contract().siteid())
        .flatMap(
            begun ->
                switch (begun) {
                  case YES -> call.get();
                  case NOT_IN_CHARGE -> now(new StepOutcome.NoLongerOurs());
                  case SITE_IS_TAKEN ->
                      now(
                          new StepOutcome.Again(
                              "Another order is making the customer of this site.",
                              true,
                              false,
                              null));
                });
  }

  private static StepOutcome created(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Refused<String> refused) {
      return StepOutcome.refused("createCustomer", refused.code(), refused.message());
    }
    return outcome instanceof Outcome.Failed<String> failed
        ? StepOutcome.again(failed.trouble(), failed.trouble().kind() == Trouble.Kind.UNCLEAR)
        : new StepOutcome.Done(((Outcome.Done<String>) outcome).value());
  }

  private static Uni<StepOutcome> now(StepOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
