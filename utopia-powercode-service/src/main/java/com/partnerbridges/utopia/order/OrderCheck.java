package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.plan.AdditionalPlans;
import com.partnerbridges.utopia.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an order can be worked on, before anything is made for it.
 *
 * @param services each service once: how many of it there are is for the settings to say
 * @param problems for people; empty when it can
 */
public record OrderCheck(List<Plan> services, List<String> problems) {

  public static OrderCheck of(Contract contract, UtopiaConfig.Plans plans) {
    List<String> problems = new ArrayList<>();
    if (contract.siteid() == null) {
      problems.add("UTOPIA tells no siteid for this order, so its customer cannot be recognised.");
    }
    if (contract.items().isEmpty()) {
      problems.add("UTOPIA tells no order items, so it is not known what was ordered.");
    }
    Map<Integer, Plan> services = new LinkedHashMap<>();
    for (Contract.Item item : contract.items()) {
      Optional<Plan> plan = Optional.ofNullable(item.description()).flatMap(plans.services()::find);
      plan.ifPresentOrElse(
          found -> services.putIfAbsent(found.serviceId(), found),
          () -> problems.add(unmapped(item.description())));
    }
    plans.additional().map(AdditionalPlans::plans).stream()
        .flatMap(List::stream)
        .forEach(plan -> services.putIfAbsent(plan.serviceId(), plan));
    return new OrderCheck(List.copyOf(services.values()), List.copyOf(problems));
  }

  private static String unmapped(String description) {
    return description == null
        ? "UTOPIA tells an order item without a description."
        : "SERVICE_PLANS has no plan for the description \"%s\".".formatted(description);
  }
}
