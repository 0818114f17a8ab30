package com.partnerbridges.utopia.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer to be made in PowerCode.
 *
 * @param state two letters
 * @param phone may be null, as may be email
 * @param siteid UTOPIA's key of the address, PowerCode's external account id
 * @param portalUsername for the customer's own sign-in
 */
public record NewCustomer(
    String firstName,
    String lastName,
    String email,
    String phone,
    String street,
    String city,
    String state,
    String zip,
    String siteid,
    String notes,
    String portalUsername,
    String portalPassword,
    int taxZone,
    int dueByDays,
    int gracePeriodDays) {

  private static final String GEOCODE = "physicalAutomaticallyGeocode";

  /** Exactly what {@code createCustomer} is sent, but for the key. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("firstName", firstName);
    parameters.put("lastName", lastName);
    parameters.put("emailAddress", email);
    parameters.put("phone", phone == null ? null : PhoneNumbers.home(phone));
    parameters.put("physicalStreet", street);
    parameters.put("physicalCity", city);
    parameters.put("physicalState", state);
    parameters.put("physicalZip", zip);
    parameters.put(GEOCODE, "1");
    parameters.put("billingSameAsPhysical", "1");
    parameters.put("taxZoneId", String.valueOf(taxZone));
    parameters.put("invoicePreference", "Email");
    parameters.put("billDay", "Activation Date");
    parameters.put("dueByDays", String.valueOf(dueByDays));
    parameters.put("gracePeriodDays", String.valueOf(gracePeriodDays));
    parameters.put("customerNotes", notes);
    parameters.put("customerPortalUsername", portalUsername);
    parameters.put("customerPortalPassword", portalPassword);
    parameters.put("extAccountID", siteid);
    parameters.values().removeIf(value -> value == null);
    return parameters;
  }

  /** The same for an address that PowerCode cannot find on the map. */
  Map<String, String> parametersWithoutGeocoding() {
    Map<String, String> parameters = parameters();
    parameters.put(GEOCODE, "0");
    return parameters;
  }

  @Override
  public String toString() {
    return "NewCustomer[site " + siteid + "]";
  }
}
