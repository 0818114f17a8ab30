package com.partnerbridges.utopia.ticket;

import com.partnerbridges.utopia.gateway.Contract;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes the description of the install ticket, as HTML. */
@ApplicationScoped
public class TicketText {

  private final Template template;

  TicketText(@Location("ticket/description.html") Template template) {
    this.template = template;
  }

  /**
   * @param customerId null when there is none yet
   */
  public String write(String orderref, Contract contract, String customerId, List<String> services) {
    return template
        .data("orderref", orderref)
        .data("name", contract.firstName() + " " + contract.lastName())
        .data("address", contract.street() + ", " + contract.city())
        .data("customerId", customerId)
        .data("services", String.join(", ", services))
        .render();
  }
}
