package com.partnerbridges.utopia.plan;

import java.util.List;
import java.util.stream.Stream;

/** Services that every order gets. */
public record AdditionalPlans(List<Plan> plans) {

  /** Read by the configuration: {@code serviceId[:quantity[:prorate]]}, separated by commas. */
  public static AdditionalPlans of(String text) {
    return new AdditionalPlans(
        Stream.of(text.split("[,;]")).filter(entry -> !entry.isBlank()).map(Plan::of).toList());
  }
}
