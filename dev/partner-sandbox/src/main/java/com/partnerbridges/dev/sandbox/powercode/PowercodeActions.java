package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What the classic API does, and what each action answers besides the envelope. */
final class PowercodeActions {
  static final String GEOFAIL = "GEOFAIL";
  private static final String WHOLE_NUMBER = "[0-9]{1,9}";
  private static final int MOST_FOUND = 100;
  private static final List<String> REQUIRED =
      List.of("firstName", "lastName", "physicalStreet", "physicalCity", "physicalZip");

  private final PowercodeBooks books;
  private final Desk desk;

  PowercodeActions(PowercodeBooks books, Desk desk) {
    this.books = books;
    this.desk = desk;
  }

  Map<String, Function<Parameters, Map<String, ?>>> byName() {
    return Map.of(
        "searchCustomers", this::search,
        "readCustomer", this::read,
        "createCustomer", this::create,
        "addCustomerService", this::addService,
        "createTicket", this::createTicket,
        "readTicket", this::readTicket,
        "updateCustomer", this::update,
        "updateCustomerStatus", this::updateStatus);
  }

  private Map<String, ?> search(Parameters parameters) {
    return Map.of(
        "customers",
        books.search(parameters.required("searchString"), MOST_FOUND).stream()
            .map(this::found)
            .toList());
  }

  private Map<String, ?> found(PowercodeCustomer customer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("CustomerID", id(customer.customerId()));
    fields.put("CompanyName", customer.companyName());
    fields.put("Address1", customer.field("physicalStreet"));
    fields.put("City", customer.field("physicalCity"));
    return fields;
  }

  private Map<String, ?> read(Parameters parameters) {
    PowercodeCustomer customer =
        (parameters.get("customerID") == null
                ? books.findByExtAccount(parameters.required("extAccountID"))
                : books.find(parameters.required("customerID")))
            .map(PowercodeAccount::customer)
            .orElseThrow(() -> new NoSuchElementException("Customer does not exist"));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("customerId", id(customer.customerId()));
    fields.put("companyName", customer.companyName());
    for (String name : List.of("firstName", "lastName", "status")) {
      fields.put(name, customer.field(name));
    }
    fields.put("extAccountID", id(customer.extAccountID()));
    for (String name : List.of("physicalStreet", "physicalCity", "physicalState")) {
      fields.put(name, customer.field(name));
    }
    return Map.of("customer", fields);
  }

  private Map<String, ?> create(Parameters parameters) {
    REQUIRED.forEach(parameters::required);
    parameters.required("physicalState", "[A-Za-z]{2}", "two letters");
    checkPhone(parameters.get("phone"));
    boolean geocoded = !"0".equals(parameters.get("physicalAutomaticallyGeocode"));
    if (geocoded && parameters.get("physicalStreet").contains(GEOFAIL)) {
      throw new PowercodeRefusal(
          PowercodeRefusal.NOT_GEOCODED, "The physical address could not be geocoded");
    }
    return Map.of("customerID", id(books.create(parameters.fields()).customerId()));
  }

  private static void checkPhone(String phone) {
    if (phone != null && !phoneNumbers(phone)) {
      throw Parameters.invalid("phone", "must be JSON text [{\"Type\":…,\"Number\":…}]");
    }
  }

  private static boolean phoneNumbers(String text) {
    try {
      JsonNode numbers = Json.tree(text.getBytes(StandardCharsets.UTF_8));
      return numbers.isArray()
          && numbers.findValuesAsText("Type").size() == numbers.size()
          && numbers.findValuesAsText("Number").size() == numbers.size();
    } catch (IllegalArgumentException notJson) {
      return false;
    }
  }

  private Map<String, ?> addService(Parameters parameters) {
    books.addService(
        customer(parameters),
        new PowercodeService(
            parameters.required("serviceID", WHOLE_NUMBER, "a number"),
            Integer.parseInt(parameters.required("quantity", "[1-9][0-9]{0,5}", "1 or more")),
            "1".equals(parameters.required("prorateService", "[01]", "0 or 1"))));
    return Map.of();
  }

  private Map<String, ?> createTicket(Parameters parameters) {
    parameters.required("summary");
    parameters.required("description");
    PowercodeTicket ticket = books.addTicket(customer(parameters), parameters.fields());
    return Map.of("ticketID", id(ticket.ticketId()));
  }

  /** Which fields come back is not public: assumed to be those of createTicket. */
  private Map<String, ?> readTicket(Parameters parameters) {
    PowercodeTicket ticket = books.ticket(parameters.required("ticketID"));
    Map<String, Object> fields = new LinkedHashMap<>(ticket.fields());
    fields.put("ticketID", id(ticket.ticketId()));
    fields.put("customerID", id(ticket.customerId()));
    return Map.of("ticket", fields);
  }

  private Map<String, ?> update(Parameters parameters) {
    books.update(customer(parameters), parameters.fields());
    return Map.of();
  }

  private Map<String, ?> updateStatus(Parameters parameters) {
    books.update(customer(parameters), Map.of("status", parameters.required("status")));
    return Map.of();
  }

  private String customer(Parameters parameters) {
    return books.get(parameters.required("customerID")).customer().customerId();
  }

  /** As text or as a number, whatever PowerCode feels like. */
  private Object id(String text) {
    return desk.settings().idsAsNumbers() && text.matches("[1-9][0-9]{0,14}")
        ? (Object) Long.valueOf(text)
        : text;
  }
}
