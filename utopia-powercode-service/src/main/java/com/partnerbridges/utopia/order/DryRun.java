package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.NewService;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.UtopiaGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes the way of an order that begins now, with the same builders, but only reads at the partners
 * and stores nothing.
 */
@ApplicationScoped
class DryRun {

  private static final String NEW = "(new customer)";
  private static final String PASSWORD = "customerPortalPassword";
  private static final String CUSTOMER = "customerID";

  private final UtopiaGateway utopia;
  private final CustomerSearch search;
  private final Provisioning provisioning;
  private final UtopiaConfig config;

  DryRun(
      UtopiaGateway utopia, CustomerSearch search, Provisioning provisioning, UtopiaConfig config) {
    this.utopia = utopia;
    this.search = search;
    this.provisioning = provisioning;
    this.config = config;
  }

  Uni<DryRunView> of(String orderref) {
    return utopia
        .lookup(orderref)
        .flatMap(
            outcome -> {
              if (outcome instanceof Outcome.Done<Contract> done) {
                return known(orderref, done.value());
              }
              return Uni.createFrom()
                  .item(
                      outcome instanceof Outcome.Failed<Contract> failed
                          ? DryRunView.without(
                              orderref,
                              DryRunView.Lookup.FAILED,
                              "The look-up at UTOPIA failed: " + failed.trouble().why())
                          : DryRunView.without(
                              orderref,
                              DryRunView.Lookup.NOT_OURS,
                              "UTOPIA has no such order for us."));
            });
  }

  private Uni<DryRunView> known(String orderref, Contract contract) {
    OrderCheck check = OrderCheck.of(contract, config.plans());
    if (contract.siteid() == null) {
      return Uni.createFrom().item(view(orderref, contract, check, null, List.of()));
    }
    return search
        .find(orderref, contract, false)
        .map(
            found ->
                found
                    .map(outcome -> view(orderref, contract, check, outcome))
                    .orElseGet(
                        () ->
                            view(
                                orderref,
                                contract,
                                check,
                                new DryRunView.Customer(null, customer(orderref, contract)),
                                List.of())));
  }

  private DryRunView view(
      String orderref, Contract contract, OrderCheck check, StepOutcome outcome) {
    return outcome instanceof StepOutcome.Done done
        ? view(orderref, contract, check, new DryRunView.Customer(done.result(), null), List.of())
        : view(orderref, contract, check, null, List.of(why(outcome)));
  }

  private DryRunView view(
      String orderref,
      Contract contract,
      OrderCheck check,
      DryRunView.Customer customer,
      List<String> problems) {
    List<String> all = new ArrayList<>(check.problems());
    all.addAll(problems);
    String customerId = customer == null ? null : customer.found();
    List<Step> services =
        Settlement.NewStep.after(check.services(), false).stream()
            .map(Settlement.NewStep::toStep)
            .filter(Step::isService)
            .toList();
    return new DryRunView(
        orderref,
        DryRunView.Lookup.FOUND,
        customer,
        services.stream().map(service -> service(customerId, service)).toList(),
        ticket(orderref, contract, customerId, services),
        config.customer().tags().orElse(List.of()),
        new DryRunView.Mail(
            config.recipients().size(), "Order " + orderref + " is set up in PowerCode"),
        List.copyOf(all));
  }

  private Map<String, String> customer(String orderref, Contract contract) {
    Map<String, String> parameters = provisioning.customer(orderref, contract).parameters();
    Optional<?> shared = config.customer().portalPassword();
    parameters.replace(PASSWORD, shared.isPresent() ? "(CUSTOMER_PORTAL_PASSWORD)" : "(random)");
    return parameters;
  }

  private static Map<String, String> service(String customerId, Step service) {
    return new NewService(
            customerId == null ? NEW : customerId,
            service.serviceId(),
            service.quantity(),
            service.prorate())
        .parameters();
  }

  private Map<String, String> ticket(
      String orderref, Contract contract, String customerId, List<Step> services) {
    Map<String, String> parameters =
        provisioning.ticket(orderref, contract, customerId, services).parameters();
    parameters.putIfAbsent(CUSTOMER, NEW);
    return parameters;
  }

  private static String why(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Attention attention
        ? attention.why()
        : "PowerCode does not answer: " + ((StepOutcome.Again) outcome).why();
  }
}
