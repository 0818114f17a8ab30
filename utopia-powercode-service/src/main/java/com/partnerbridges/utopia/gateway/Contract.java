package com.partnerbridges.utopia.gateway;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An order as UTOPIA's look-up tells it: any text may be null.
 *
 * @param state as UTOPIA spelled it
 * @param siteid UTOPIA's key of the address
 * @param items empty when there are none
 */
@RegisterForReflection(targets = {Contract.class, Contract.Item.class})
public record Contract(
    String firstName,
    String lastName,
    String email,
    String phone,
    String street,
    String apt,
    String city,
    String state,
    String zip,
    String siteid,
    List<Item> items,
    String termsAgreed,
    String status,
    String orderSource) {

  /** Something that was ordered. */
  public record Item(String description) {}

  @Override
  public String toString() {
    return "Contract[site " + siteid + "]";
  }
}
