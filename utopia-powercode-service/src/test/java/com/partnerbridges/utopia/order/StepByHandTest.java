package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StepByHandTest extends ActTest {

  @ParameterizedTest
  @CsvSource({
    "customer, 7001, 7001",
    "service:164, , by hand",
    "service:164, two of them, two of them",
    "ticket, 20417, 20417",
    "tags, , by hand"
  })
  void aStepThatWasDoneByHandIsDoneAndTheOrderGoesOn(String step, String result, String shown) {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, step, StepState.FAILED, null);

    byHand(step, result)
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("error", nullValue())
        .body("steps.find { it.name == '%s' }.state".formatted(step), equalTo("DONE"))
        .body("steps.find { it.name == '%s' }.result".formatted(step), equalTo(shown))
        .body("history[0].event", equalTo("STEP_BY_HAND"))
        .body("history[0].actor", equalTo("operator"));
  }

  @Test
  void anUnclearTicketThatIsThereEndsTheQuestion() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);

    byHand("ticket", "20417")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("unclearStep", nullValue())
        .body("powercode.ticketId", equalTo("20417"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCLEAR", "STARTED", "FAILED"})
  void theOrderWaitsUntilEveryQuestionIsDecided(StepState other) {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "service:172", other, null);

    byHand("ticket", "20417").then().statusCode(200).body("state", equalTo("NEEDS_ATTENTION"));
    byHand("service:172", null).then().statusCode(200).body("state", equalTo("IN_PROGRESS"));
  }

  @Test
  void aCustomerMadeByHandGivesTheSiteFree() {
    orders.known(REF, OrderState.DEAD, now);
    hold();

    byHand("customer", "7001").then().statusCode(200);

    assertThat(text("select creating_site from orders")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "lookup, STEP_NOT_BY_HAND",
    "service:9, STEP_NOT_THERE",
    "service:164, STEP_DONE",
    "mail, NO_LETTER_WAITS"
  })
  void whatCannotBeDoneByHandIsRefused(String step, String code) {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "service:164", StepState.DONE, "added");

    assertRefused("step", "{\"step\": \"%s\"}".formatted(step), code);
  }

  @Test
  void anOrderThatIsNotLookedUpHasNoStepsToDoByHand() {
    orders.fresh(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "lookup", StepState.FAILED, null);

    assertRefused("step", "{\"step\": \"customer\", \"result\": \"7001\"}", "STEP_NOT_THERE");
  }

  @ParameterizedTest
  @CsvSource({"customer, ", "customer, seven", "ticket, ", "ticket, '2 '"})
  void customersAndTicketsHaveNumbers(String step, String result) {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);

    byHand(step, result).then().statusCode(400).body("errors[0].field", equalTo("result"));
  }

  @ParameterizedTest
  @CsvSource({"DONE, QUEUED", "RESOLVED, FAILED", "NEEDS_ATTENTION, FAILED"})
  void aMailThatWasWrittenByHandIsDoneInAnyState(OrderState state, String letter) {
    orders.known(REF, state, now);
    orders.letter(REF, "DONE", letter, now);

    byHand("mail", null)
        .then()
        .statusCode(200)
        .body("state", equalTo(state.name()))
        .body("steps[-1].state", equalTo("DONE"))
        .body("history[0].event", equalTo("STEP_BY_HAND"));
    assertThat(text("select state from letter")).isEqualTo("BY_HAND");
  }

  private static Response byHand(String step, String result) {
    return post(
        "step",
        result == null
            ? "{\"step\": \"%s\"}".formatted(step)
            : "{\"step\": \"%s\", \"result\": \"%s\"}".formatted(step, result));
  }
}
