package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.NewCustomer;
import com.partnerbridges.utopia.gateway.NewTicket;
import com.partnerbridges.utopia.ticket.TicketText;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** What PowerCode is sent for an order. */
@ApplicationScoped
class Provisioning {

  private static final int PASSWORD_BYTES = 15;
  private static final String NAMED_FLAT = "(?i)\\s*(apt|apartment|unit|suite|ste|#).*";

  private final UtopiaConfig config;
  private final TicketText text;
  private final SecureRandom random = new SecureRandom();

  Provisioning(UtopiaConfig config, TicketText text) {
    this.config = config;
    this.text = text;
  }

  /** Of a contract whose state is one of the USA. */
  NewCustomer customer(String orderref, Contract contract) {
    return new NewCustomer(
        contract.firstName(),
        contract.lastName(),
        contract.email(),
        contract.phone(),
        street(contract),
        contract.city(),
        UsState.code(contract.state()).orElseThrow(),
        contract.zip(),
        contract.siteid(),
        "UTOPIA order " + orderref,
        contract.email() == null ? contract.siteid() : contract.email(),
        config.customer().portalPassword().map(Secret::value).orElseGet(this::password),
        config.customer().taxZone(),
        config.customer().dueByDays(),
        config.customer().gracePeriodDays());
  }

  NewTicket ticket(String orderref, Contract contract, String customerId, List<Step> services) {
    UtopiaConfig.Ticket ticket = config.ticket();
    return new NewTicket(
        customerId,
        ticket.summary(),
        ticket.category().orElse(null),
        ticket.type().orElse(null),
        ticket.status().orElse(null),
        ticket.responsibleUser().orElse(null),
        ticket.responsibleGroup().orElse(null),
        ticket.customerViewable(),
        text.write(orderref, contract, customerId, services));
  }

  private static String street(Contract contract) {
    if (contract.apt() == null) {
      return contract.street();
    }
    String flat = contract.apt().matches(NAMED_FLAT) ? contract.apt() : "Apt " + contract.apt();
    return contract.street() + " " + flat;
  }

  /** Nobody needs to know it: the customer asks PowerCode for a new one. */
  private String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
