package com.partnerbridges.dev.sandbox.powercode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer as PowerCode has it.
 *
 * @param customerId given by PowerCode; null before
 * @param fields by the names that {@code createCustomer} has for them, passwords included
 */
public record PowercodeCustomer(String customerId, Map<String, String> fields) {
  public PowercodeCustomer {
    fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Somebody without an account number yet, for {@link PowercodeSandboxClient#existing}. */
  public static PowercodeCustomer named(String firstName, String lastName) {
    return new PowercodeCustomer(null, Map.of("firstName", firstName, "lastName", lastName));
  }

  public PowercodeCustomer at(String street, String city, String state, String zip) {
    return with("physicalStreet", street)
        .with("physicalCity", city)
        .with("physicalState", state)
        .with("physicalZip", zip);
  }

  public PowercodeCustomer extAccountID(String siteid) {
    return with("extAccountID", siteid);
  }

  public PowercodeCustomer with(String field, String value) {
    return with(Map.of(field, value));
  }

  /** Empty when PowerCode was never told. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  public String extAccountID() {
    return field("extAccountID");
  }

  /** People have no company: assumed to be listed by their own name. */
  String companyName() {
    return fields.getOrDefault("companyName", field("firstName") + " " + field("lastName"));
  }

  PowercodeCustomer with(Map<String, String> newFields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(newFields);
    return new PowercodeCustomer(customerId, all);
  }
}
