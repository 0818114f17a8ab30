package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.utopia.gateway.Contract;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An order with its steps, as its rows have it.
 *
 * @param attempts failed tries of the step that it is at
 * @param claims whoever has an older number is no longer in charge
 * @param contract null before the look-up
 * @param traceparent of the request that it began with; null where none was recorded
 */
public record Order(
    String orderref,
    OrderState state,
    int attempts,
    int claims,
    Instant nextAttemptAt,
    String error,
    Contract contract,
    Instant createdAt,
    Instant movedAt,
    String traceparent,
    List<Step> steps) {

  /** For the select list of a statement where {@code o} is the order. */
  public static final String COLUMNS =
      """
      o.orderref, o.state, o.attempts, o.claims, o.next_attempt_at, o.error, o.contract,
        o.created_at, o.moved_at, o.traceparent,
        (select jsonb_agg(to_jsonb(step) order by position) from step
          where step.orderref = o.orderref) as steps""";

  public static Order of(Row row) {
    JsonObject contract = (JsonObject) row.getValue("contract");
    return new Order(
        row.getString("orderref"),
        OrderState.valueOf(row.getString("state")),
        row.getInteger("attempts"),
        row.getInteger("claims"),
        Database.instant(row, "next_attempt_at"),
        row.getString("error"),
        contract == null ? null : StoredJson.read(contract.encode(), Contract.class),
        Database.instant(row, "created_at"),
        Database.instant(row, "moved_at"),
        row.getString("traceparent"),
        List.of(StoredJson.read(((JsonArray) row.getValue("steps")).encode(), Step[].class)));
  }

  /** The step to do next; empty when all is done. */
  Optional<Step> next() {
    return steps.stream().filter(step -> step.state() != StepState.DONE).findFirst();
  }

  public Optional<Step> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** What may have been done or not, and only a person can find out; none while it is worked on. */
  Optional<Step> unclearStep() {
    return state.isOpen() ? Optional.empty() : steps.stream().filter(Step::isUnclear).findFirst();
  }

  /** PowerCode's number of the customer, once there is one. */
  public Optional<String> customerId() {
    return step(Step.CUSTOMER).filter(step -> step.state() == StepState.DONE).map(Step::result);
  }

  /** Services of PowerCode that the order gets; empty before the look-up. */
  public List<Step> services() {
    return steps.stream().filter(Step::isService).toList();
  }

  /** The same order after a step that was done, with no need to read it again. */
  Order after(Settlement settlement) {
    List<Step> now =
        Stream.concat(
                steps.stream()
                    .map(
                        step ->
                            step.name().equals(settlement.step().name())
                                ? settlement.step()
                                : step),
                settlement.furtherSteps().stream().map(Settlement.NewStep::toStep))
            .toList();
    return new Order(
        orderref,
        settlement.state(),
        settlement.attempts(),
        claims,
        settlement.next(),
        settlement.error(),
        settlement.contract() == null ? contract : settlement.contract(),
        createdAt,
        movedAt,
        traceparent,
        now);
  }

  @Override
  public String toString() {
    return "Order[" + orderref + " " + state + "]";
  }
}
