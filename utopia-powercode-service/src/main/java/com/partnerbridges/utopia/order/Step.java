package com.partnerbridges.utopia.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;

/**
 * A step of an order, as its row has it.
 *
 * @param name {@code lookup, customer, service:<id>, ticket} or {@code tags}
 * @param quantity of a service only, as is {@code prorate}
 * @param at when it was last begun, tried or done
 * @param result PowerCode's id of what was made, or what else the step came to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
public record Step(
    String name,
    StepState state,
    Integer quantity,
    Boolean prorate,
    OffsetDateTime at,
    String result,
    String error) {

  public static final String LOOKUP = "lookup";
  public static final String CUSTOMER = "customer";
  public static final String TICKET = "ticket";
  public static final String TAGS = "tags";
  public static final String MAIL = "mail";
  public static final String SERVICE = "service:";

  /** A service's number in PowerCode. */
  public int serviceId() {
    return Integer.parseInt(name.substring(SERVICE.length()));
  }

  public boolean isService() {
    return name.startsWith(SERVICE);
  }

  /** Whether it can be found out afterwards what became of it, or done again without harm. */
  public boolean canBeChecked() {
    return !isService() && !name.equals(TICKET);
  }

  /** Whether PowerCode may have been asked for it, with nobody knowing what became of that. */
  public boolean wasBegun() {
    return state == StepState.STARTED || state == StepState.UNCLEAR;
  }

  /** Whether it may have been done, and only a person can find out. */
  boolean isUnclear() {
    return wasBegun() && !canBeChecked();
  }

  /** What all steps of its kind have in common: {@code service} for all services. */
  String kind() {
    return isService() ? "service" : name;
  }

  /** The same step as it is now. */
  Step with(StepState newState, String newResult) {
    return new Step(name, newState, quantity, prorate, at, newResult, null);
  }
}
