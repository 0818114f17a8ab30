package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Outcome;
import com.partnerbridges.utopia.gateway.PowercodeGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Puts the tags on the customer, one with each run; its result is the tags that are there. A tag
 * that was put on twice is still one tag, so an unclear one is simply repeated.
 */
@ApplicationScoped
class TagsStep {

  private static final String SEPARATOR = ", ";

  private final PowercodeGateway powercode;
  private final List<String> tags;

  TagsStep(PowercodeGateway powercode, UtopiaConfig config) {
    this.powercode = powercode;
    this.tags = config.customer().tags().orElse(List.of());
  }

  Uni<StepOutcome> run(Order order, Step step) {
    List<String> there =
        step.result() == null ? List.of() : List.of(step.result().split(SEPARATOR));
    List<String> left = tags.stream().filter(tag -> !there.contains(tag)).toList();
    if (left.isEmpty()) {
      return Uni.createFrom().item(new StepOutcome.Done(step.result()));
    }
    String tag = left.get(0);
    String result = step.result() == null ? tag : step.result() + SEPARATOR + tag;
    return powercode
        .addTag(order.orderref(), order.customerId().orElseThrow(), tag)
        .map(
            outcome -> {
              if (outcome instanceof Outcome.Refused<Void> refused) {
                return StepOutcome.refused("the tag", refused.code(), refused.message());
              }
              if (outcome instanceof Outcome.Failed<Void> failed) {
                return StepOutcome.again(failed.trouble(), false);
              }
              return left.size() == 1
                  ? new StepOutcome.Done(result)
                  : new StepOutcome.Partly(result);
            });
  }
}
