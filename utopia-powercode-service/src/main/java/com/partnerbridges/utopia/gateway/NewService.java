package com.partnerbridges.utopia.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service that a customer gets in PowerCode, and pays.
 *
 * @param serviceId PowerCode's number of what is sold
 * @param prorate whether the first month is charged by its days
 */
public record NewService(String customerId, int serviceId, int quantity, boolean prorate) {

  /** Exactly what {@code addCustomerService} is sent, but for the key. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("customerID", customerId);
    parameters.put("serviceID", String.valueOf(serviceId));
    parameters.put("quantity", String.valueOf(quantity));
    parameters.put("prorateService", prorate ? "1" : "0");
    return parameters;
  }
}
