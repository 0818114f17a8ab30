package com.partnerbridges.utopia.ticket;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.order.Step;
import com.partnerbridges.utopia.order.StepState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a ticket template can name. A text that UTOPIA did not send is empty, never null. */
final class TicketVariables {

  private TicketVariables() {}

  static Map<String, Object> of(
      String orderref, Contract contract, String customerId, List<Step> services) {
    Map<String, Object> all = new TreeMap<>();
    all.put("orderref", orderref);
    all.put("customerId", customerId == null ? "not made yet" : customerId);
    all.put("firstName", text(contract.firstName()));
    all.put("lastName", text(contract.lastName()));
    all.put("email", text(contract.email()));
    all.put("phone", text(contract.phone()));
    all.put("street", text(contract.street()));
    all.put("apt", text(contract.apt()));
    all.put("city", text(contract.city()));
    all.put("state", text(contract.state()));
    all.put("zip", text(contract.zip()));
    all.put("siteid", text(contract.siteid()));
    all.put("termsAgreed", text(contract.termsAgreed()));
    all.put("status", text(contract.status()));
    all.put("orderSource", text(contract.orderSource()));
    all.put("items", contract.items().stream().map(item -> text(item.description())).toList());
    all.put("services", services.stream().map(TicketVariables::service).toList());
    return all;
  }

  /** With something in each, to try a template with. */
  static Map<String, Object> full() {
    String any = "x";
    Contract contract =
        new Contract(
            any,
            any,
            any,
            any,
            any,
            any,
            any,
            any,
            any,
            any,
            List.of(new Contract.Item(any)),
            any,
            any,
            any);
    Step service = new Step(Step.SERVICE + 1, StepState.DONE, 1, false, null, null, null);
    return of(any, contract, any, List.of(service));
  }

  /** With nothing where there may be nothing. */
  static Map<String, Object> bare() {
    Contract contract =
        new Contract(
            null, null, null, null, null, null, null, null, null, null, List.of(), null, null,
            null);
    return of("x", contract, null, List.of());
  }

  private static Map<String, Object> service(Step step) {
    return Map.of("id", step.serviceId(), "quantity", step.quantity(), "prorate", step.prorate());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
