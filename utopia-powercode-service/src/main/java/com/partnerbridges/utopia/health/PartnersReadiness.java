package com.partnerbridges.utopia.health;

import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.ticket.TicketText;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which partner is away, and whether the ticket's template can be used. It is never down:
 * callbacks are taken all the same, and orders wait.
 */
@Readiness
@ApplicationScoped
class PartnersReadiness implements HealthCheck {

  private final PartnerState partners;
  private final TicketText ticket;

  PartnersReadiness(PartnerState partners, TicketText ticket) {
    this.partners = partners;
    this.ticket = ticket;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("partners").up();
    partners.inWords().forEach(response::withData);
    return response
        .withData(
            "ticketTemplate",
            ticket
                .broken()
                .map(
                    it ->
                        "broken since " + it.since() + ", the one before is used: " + it.mistake())
                .orElse("good"))
        .build();
  }
}
