package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.utopia.gateway.Outcome.Done;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads customers from PowerCode's successes. */
final class CustomerAnswer {

  private CustomerAnswer() {}

  /** Somebody else's account would be charged, so the site is compared wherever it is told. */
  static Outcome<Customer> one(PowercodeFields answer, String siteid) {
    PowercodeFields fields = new PowercodeFields(answer.get("customer"));
    String id = fields.id("customerId");
    String site = fields.text("extAccountID");
    if (id == null) {
      return Outcomes.unclear("a customer without an id");
    }
    if (site != null && !site.equalsIgnoreCase(siteid.strip())) {
      return Outcomes.unclear("a customer of another site");
    }
    return new Done<>(
        new Customer(
            id,
            fields.text("firstName"),
            fields.text("lastName"),
            fields.text("companyName"),
            fields.text("physicalStreet"),
            fields.text("physicalCity"),
            fields.text("physicalState")));
  }

  /** All of them, or none: whoever is missing could be the one that is there already. */
  static Outcome<List<Listed>> list(PowercodeFields answer) {
    JsonNode customers = answer.get("customers");
    List<Listed> all =
        StreamSupport.stream(customers.spliterator(), false)
            .map(PowercodeFields::new)
            .map(CustomerAnswer::listed)
            .toList();
    return customers.isArray() && all.stream().allMatch(it -> it.id() != null)
        ? new Done<>(all)
        : Outcomes.unclear("no list of customers that can be read to its end");
  }

  private static Listed listed(PowercodeFields fields) {
    return new Listed(
        fields.id("customerID"),
        fields.text("companyName"),
        fields.text("address1"),
        fields.text("city"));
  }
}
