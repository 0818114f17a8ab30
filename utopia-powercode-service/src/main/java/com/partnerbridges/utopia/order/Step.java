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

  /** Whether PowerCode can be asked whether it was done. */
  public boolean canBeChecked() {
    return !isService() && !name.equals(TICKET);
  }
}
