package com.partnerbridges.utopia.plan;

import com.partnerbridges.shared.edge.UnusableSetting;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which service of PowerCode an item of an order is, by its description. */
public final class ServicePlans {

  private final Map<String, Plan> byDescription;

  private ServicePlans(Map<String, Plan> byDescription) {
    this.byDescription = Map.copyOf(byDescription);
  }

  /**
   * Read by the configuration: {@code 1 Gbps=164;250 Mbps=163}, each {@code
   * description=serviceId[:quantity[:prorate]]}. A description may itself hold an equals sign.
   */
  public static ServicePlans of(String text) {
    Map<String, Plan> plans = new HashMap<>();
    for (String entry : text.split(";")) {
      if (!entry.isBlank()) {
        int equals = entry.lastIndexOf('=');
        if (equals < 1 || entry.substring(0, equals).isBlank()) {
          throw new UnusableSetting("each entry must be of the form description=serviceId");
        }
        Plan plan = Plan.of(entry.substring(equals + 1));
        if (plans.put(key(entry.substring(0, equals)), plan) != null) {
          throw new UnusableSetting("a description stands in it twice");
        }
      }
    }
    if (plans.isEmpty()) {
      throw new UnusableSetting("no plan stands in it");
    }
    return new ServicePlans(plans);
  }

  /** Case and white space make no difference; nothing but the whole description matches. */
  public Optional<Plan> find(String description) {
    return Optional.ofNullable(byDescription.get(key(description)));
  }

  private static String key(String description) {
    return description.replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return byDescription.toString();
  }
}
