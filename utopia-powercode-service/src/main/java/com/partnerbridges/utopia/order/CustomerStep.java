package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.NewCustomer;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.PowercodeGateway;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import com.partnerbridges.utopia.gateway.Trouble;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Finds the customer of the order's site, or makes it. PowerCode is always asked first, so that an
 * earlier create whose answer was lost is found.
 */
@ApplicationScoped
class CustomerStep {

  private final PowercodeGateway powercode;
  private final Provisioning provisioning;
  private final OrderRepository orders;

  CustomerStep(PowercodeGateway powercode, Provisioning provisioning, OrderRepository orders) {
    this.powercode = powercode;
    this.provisioning = provisioning;
    this.orders = orders;
  }

  Uni<StepOutcome> run(Order order, Step step) {
    return powercode
        .customerOfSite(order.orderref(), order.contract().siteid())
        .flatMap(
            found -> {
              if (found instanceof Outcome.Done<Customer> done) {
                return now(ofSite(order.contract(), done.value()));
              }
              return found instanceof Outcome.Failed<Customer> failed
                  ? now(StepOutcome.again(failed.trouble(), step.wasBegun()))
                  : searchByName(order, step);
            });
  }

  private static StepOutcome ofSite(Contract contract, Customer customer) {
    return Likeness.isSamePerson(contract, customer)
        ? new StepOutcome.Done(customer.id())
        : new StepOutcome.Attention(
            "Customer %s has this site in PowerCode but another name: a new tenant?"
                .formatted(customer.id()),
            false);
  }

  private Uni<StepOutcome> searchByName(Order order, Step step) {
    Contract contract = order.contract();
    Optional<String> state = UsState.code(contract.state());
    if (contract.firstName() == null || contract.lastName() == null || state.isEmpty()) {
      return now(
          new StepOutcome.Attention(
              "A new customer needs first name, last name and a state of the USA; UTOPIA's order"
                  + " does not have them.",
              false));
    }
    return powercode
        .search(order.orderref(), contract.firstName() + " " + contract.lastName())
        .flatMap(
            found -> {
              if (found instanceof Outcome.Refused<List<Listed>> refused) {
                return now(
                    StepOutcome.refused("searchCustomers", refused.code(), refused.message()));
              }
              return found instanceof Outcome.Failed<List<Listed>> failed
                  ? now(StepOutcome.again(failed.trouble(), step.wasBegun()))
                  : createUnlessThere(
                      order, state.get(), ((Outcome.Done<List<Listed>>) found).value());
            });
  }

  private Uni<StepOutcome> createUnlessThere(Order order, String state, List<Listed> sameName) {
    return sameName.stream()
        .filter(listed -> Likeness.isSameHouse(order.contract(), listed))
        .findFirst()
        .map(
            listed ->
                now(
                    new StepOutcome.Attention(
                        "Customer %s has the same name and address in PowerCode, but not site %s as"
                                .formatted(listed.id(), order.contract().siteid())
                            + " its external account id.",
                        false)))
        .orElseGet(() -> create(order, state));
  }

  private Uni<StepOutcome> create(Order order, String state) {
    NewCustomer customer = provisioning.customer(order.orderref(), order.contract(), state);
    return orders
        .begin(order, Step.CUSTOMER, order.contract().siteid())
        .flatMap(
            begun ->
                switch (begun) {
                  case YES ->
                      powercode
                          .createCustomer(order.orderref(), customer)
                          .map(CustomerStep::created);
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
