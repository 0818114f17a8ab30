package com.partnerbridges.utopia.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** A step as the office sees it. {@code quantity} and {@code prorate} are a service's only. */
record StepView(
    String name,
    StepState state,
    Instant at,
    String result,
    String error,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer quantity,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean prorate) {

  static StepView of(Step step) {
    return new StepView(
        step.name(),
        step.state(),
        step.at() == null ? null : step.at().toInstant(),
        step.result(),
        step.error(),
        step.quantity(),
        step.prorate());
  }

  /** The e-mail about what became of the order: a letter, not a row of the order's steps. */
  static StepView mail(Row row) {
    String letter = row.getString("letter_state");
    StepState state =
        switch (letter == null ? "QUEUED" : letter) {
          case "SENT", "BY_HAND" -> StepState.DONE;
          case "FAILED" -> StepState.FAILED;
          default -> StepState.WAITING;
        };
    return new StepView(
        Step.MAIL,
        state,
        Database.instant(row, "letter_at"),
        state == StepState.DONE ? letter : null,
        row.getString("letter_error"),
        null,
        null);
  }
}
