package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.UtopiaGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks UTOPIA for the order: the callback is only a hint. */
@ApplicationScoped
class LookupStep {

  private final UtopiaGateway utopia;
  private final UtopiaConfig config;

  LookupStep(UtopiaGateway utopia, UtopiaConfig config) {
    this.utopia = utopia;
    this.config = config;
  }

  Uni<StepOutcome> run(Order order) {
    return utopia.lookup(order.orderref()).map(this::meaning);
  }

  private StepOutcome meaning(Outcome<Contract> outcome) {
    if (outcome instanceof Outcome.Failed<Contract> failed) {
      return StepOutcome.again(failed.trouble(), false);
    }
    if (outcome instanceof Outcome.Refused<Contract> refused) {
      return new StepOutcome.NotOurs(refused.message());
    }
    Contract contract = ((Outcome.Done<Contract>) outcome).value();
    OrderCheck check = OrderCheck.of(contract, config.plans());
    return check.problems().isEmpty()
        ? new StepOutcome.Known(contract, check.services())
        : new StepOutcome.Attention(String.join(" ", check.problems()), false);
  }
}
