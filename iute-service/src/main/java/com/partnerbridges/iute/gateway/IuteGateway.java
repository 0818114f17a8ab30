package com.partnerbridges.iute.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.shared.partner.PartnerUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks Iute and says what its answer means. Iute's field names stop here. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class IuteGateway {

  private static final Logger LOG = Logger.getLogger(IuteGateway.class);

  private static final String REFUSED = "Iute does not accept AUTH_TOKEN";

  private final IuteApi api;
  private final PartnerCalls calls;

  IuteGateway(IuteApi api, IuteConfig config, MeterRegistry metrics) {
    this.api = api;
    this.calls =
        new PartnerCalls("iute", Map.of(401, REFUSED, 403, REFUSED), config.calls(), metrics)
            .telling("create", "status", "withdraw", "me");
  }

  /** Creates the order, or updates it: Iute knows it by our order id, so repeating is safe. */
  public Uni<IuteOutcome> create(String orderJson) {
    return outcome(
        "create",
        calls.repeating("create", () -> api.createOrUpdate(orderJson)),
        IuteGateway::created);
  }

  public Uni<IuteOutcome> status(String orderId) {
    return outcome(
        "status",
        calls.repeating("status", () -> api.status(orderId)),
        answer -> answer.status() == 404 ? new IuteOutcome.UnknownOrder() : known(answer));
  }

  /** One call only: what a second withdrawal does at Iute is not known. */
  public Uni<IuteOutcome> withdraw(String orderId) {
    return outcome(
        "withdraw",
        calls.once("withdraw", () -> api.withdraw(orderId)),
        answer -> {
          if (answer.status() < 300) {
            return new IuteOutcome.Known(IuteStatus.CANCELLED, IuteReply.of(answer.json()));
          }
          return answer.status() == 404 ? new IuteOutcome.UnknownOrder() : refusedOrUnclear(answer);
        });
  }

  /** Checks our token and point of sale at Iute. */
  public Uni<ConnectionTest> test() {
    return calls
        .repeating("me", api::me)
        .map(answer -> ConnectionTest.of(answer.status(), answer.json()))
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> ConnectionTest.failed(failure.getMessage()));
  }

  private static IuteOutcome created(Answer answer) {
    JsonNode body = answer.json();
    IuteReply reply = IuteReply.of(body);
    // Sources disagree whether an unknown phone comes as 404 or as 200.
    if ("CUSTOMER_NOT_EXISTS".equals(reply.status())) {
      return new IuteOutcome.NotACustomer(reply);
    }
    if (answer.status() < 300) {
      return known(answer);
    }
    return refusedOrUnclear(answer);
  }

  /** Only a plain no counts as one: another status may be a gateway's, and the order may exist. */
  private static IuteOutcome refusedOrUnclear(Answer answer) {
    return answer.status() == 400 || answer.status() == 422
        ? new IuteOutcome.Refused(IuteReply.of(answer.json()))
        : new IuteOutcome.Unclear("HTTP " + answer.status());
  }

  private static IuteOutcome known(Answer answer) {
    IuteReply reply = IuteReply.of(answer.json());
    if (answer.status() >= 300 || reply.status() == null) {
      return new IuteOutcome.Unclear("HTTP " + answer.status() + " without a status");
    }
    return IuteStatus.read(reply.status())
        .<IuteOutcome>map(status -> new IuteOutcome.Known(status, reply))
        .orElseGet(() -> new IuteOutcome.Unclear("a status that is not known here"));
  }

  private static Uni<IuteOutcome> outcome(
      String operation, Uni<Answer> call, Function<Answer, IuteOutcome> meaning) {
    return call.map(meaning)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> new IuteOutcome.Unclear(failure.getMessage()))
        .invoke(
            outcome -> {
              if (outcome instanceof IuteOutcome.Unclear unclear) {
                LOG.warnf("iute call failed operation=%s why=%s", operation, unclear.why());
              }
            });
  }
}
