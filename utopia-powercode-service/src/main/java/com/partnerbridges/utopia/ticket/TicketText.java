package com.partnerbridges.utopia.ticket;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.order.Step;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

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
  public String write(String orderref, Contract contract, String customerId, List<Step> services) {
    return template
        .data("orderref", orderref)
        .data("name", contract.firstName() + " " + contract.lastName())
        .data("address", contract.street() + ", " + contract.city())
        .data("customerId", customerId)
        .data("services", services.stream().map(Step::name).collect(Collectors.joining(", ")))
        .render();
  }
}
