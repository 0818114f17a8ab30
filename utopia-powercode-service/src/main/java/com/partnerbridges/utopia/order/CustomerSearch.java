package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.PowercodeGateway;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks for an order's customer in PowerCode, and changes nothing there. */
@ApplicationScoped
class CustomerSearch {

  private final PowercodeGateway powercode;

  CustomerSearch(PowercodeGateway powercode) {
    this.powercode = powercode;
  }

  /**
   * Empty when there is none, and one can be made.
   *
   * @param wasBegun whether one may have been made already
   */
  Uni<Optional<StepOutcome>> find(String orderref, Contract contract, boolean wasBegun) {
    return powercode
        .customerOfSite(orderref, contract.siteid())
        .flatMap(
            found -> {
              if (found instanceof Outcome.Done<Customer> done) {
                return now(ofSite(contract, done.value()));
              }
              return found instanceof Outcome.Failed<Customer> failed
                  ? now(StepOutcome.again(failed.trouble(), wasBegun))
                  : byName(orderref, contract, wasBegun);
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

  private Uni<Optional<StepOutcome>> byName(String orderref, Contract contract, boolean wasBegun) {
    if (contract.firstName() == null
        || contract.lastName() == null
        || contract.street() == null
        || contract.city() == null
        || UsState.code(contract.state()).isEmpty()) {
      return now(
          new StepOutcome.Attention(
              "A new customer needs first name, last name, street, city and a state of the USA;"
                  + " UTOPIA's order does not have them all.",
              false));
    }
    return powercode
        .search(orderref, contract.firstName() + " " + contract.lastName())
        .map(
            found -> {
              if (found instanceof Outcome.Refused<List<Listed>> refused) {
                return Optional.of(
                    StepOutcome.refused("searchCustomers", refused.code(), refused.message()));
              }
              return found instanceof Outcome.Failed<List<Listed>> failed
                  ? Optional.of(StepOutcome.again(failed.trouble(), wasBegun))
                  : inTheSameHouse(contract, ((Outcome.Done<List<Listed>>) found).value());
            });
  }

  private static Optional<StepOutcome> inTheSameHouse(Contract contract, List<Listed> sameName) {
    return sameName.stream()
        .filter(listed -> Likeness.isSameHouse(contract, listed))
        .findFirst()
        .map(
            listed ->
                new StepOutcome.Attention(
                    "Customer %s has the same name and address in PowerCode, but not site %s as"
                            .formatted(listed.id(), contract.siteid())
                        + " its external account id.",
                    false));
  }

  private static Uni<Optional<StepOutcome>> now(StepOutcome outcome) {
    return Uni.createFrom().item(Optional.of(outcome));
  }
}
