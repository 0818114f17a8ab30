package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.shared.partner.PartnerUnavailable;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.UtopiaConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Asks UTOPIA and says what its answer means. UTOPIA's field names stop here. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class UtopiaGateway {

  private static final String PARTNER = PartnerState.UTOPIA;
  private static final String LOOKUP = "lookup";

  /** The one error that is an answer: the order is another provider's. */
  private static final String NOT_OURS = "no valid records found for this isp";

  private static final String TLS_HINT = "UTOPIA's certificate is not trusted";

  private final UtopiaApi api;
  private final AuditLog audit;
  private final PartnerState partners;
  private final Mask mask;
  private final PartnerCalls calls;

  @Inject
  UtopiaGateway(
      UtopiaApi api,
      UtopiaConfig config,
      AuditLog audit,
      PartnerState partners,
      MeterRegistry metrics) {
    this(PARTNER, api, config, audit, partners, metrics);
  }

  /**
   * @param name of breaker and metrics, once in a process
   */
  UtopiaGateway(
      String name,
      UtopiaApi api,
      UtopiaConfig config,
      AuditLog audit,
      PartnerState partners,
      MeterRegistry metrics) {
    this.api = api;
    this.audit = audit;
    this.partners = partners;
    this.mask = Mask.of(config.api().key());
    this.calls = new PartnerCalls(name, Map.of(), config.api().calls(), metrics).telling(LOOKUP);
  }

  /** Refused is an order of another provider and nothing else. */
  public Uni<Outcome<Contract>> lookup(String orderref) {
    return calls
        .once(LOOKUP, () -> api.contractLookup(orderref))
        .map(this::contract)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> Outcomes.failed((PartnerUnavailable) failure, TLS_HINT))
        .invoke(it -> Outcomes.tell(partners, PARTNER, it))
        .invoke(it -> audit.partnerCall(orderref, PARTNER, LOOKUP, Outcomes.word(it)));
  }

  /** An error may come with 200, so it is looked for before the status. */
  private Outcome<Contract> contract(Answer answer) {
    int status = answer.status();
    JsonNode error = answer.json().path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      String text = mask.line(error);
      return isNotOurs(status, text)
          ? new Outcome.Refused<>(0, text)
          : Outcomes.unclear("UTOPIA says: " + text + " (HTTP " + status + hint(status) + ")");
    }
    if (status != 200) {
      return Outcomes.unclear("HTTP " + status + hint(status));
    }
    return ContractAnswer.isOne(answer.json())
        ? new Outcome.Done<>(ContractAnswer.read(answer.json()))
        : Outcomes.unclear("HTTP 200 without a contract");
  }

  private static boolean isNotOurs(int status, String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
    return (status == 200 || status == 404) && plain.equals(NOT_OURS);
  }

  private static String hint(int status) {
    return status == 401 || status == 403 ? ": is UTOPIA_API_KEY right?" : "";
  }
}
