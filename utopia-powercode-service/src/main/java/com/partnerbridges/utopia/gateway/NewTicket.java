package com.partnerbridges.utopia.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ticket to be opened in PowerCode; what is null is not sent.
 *
 * @param description HTML
 */
public record NewTicket(
    String customerId,
    String summary,
    String category,
    String type,
    String status,
    String responsibleUser,
    String responsibleGroup,
    boolean customerViewable,
    String description) {

  /** Exactly what {@code createTicket} is sent, but for the key. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("type", "Individual");
    parameters.put("customerID", customerId);
    parameters.put("summary", summary);
    parameters.put("category", category);
    parameters.put("ticketType", type);
    parameters.put("status", status);
    parameters.put("responsibleUser", responsibleUser);
    parameters.put("responsibleGroupID", responsibleGroup);
    parameters.put("customerViewable", customerViewable ? "1" : "0");
    parameters.put("description", description);
    parameters.values().removeIf(value -> value == null);
    return parameters;
  }

  @Override
  public String toString() {
    return "NewTicket[customer " + customerId + "]";
  }
}
