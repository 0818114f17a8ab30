package com.partnerbridges.dev.sandbox.powercode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ticket.
 *
 * @param fields by the names that {@code createTicket} has for them
 */
public record PowercodeTicket(String ticketId, String customerId, Map<String, String> fields) {

  public PowercodeTicket {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Empty when PowerCode was never told. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
