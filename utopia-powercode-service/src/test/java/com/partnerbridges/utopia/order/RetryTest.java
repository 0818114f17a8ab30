package com.partnerbridges.utopia.order;

import static com.partnerbridges.dev.testkit.Meanwhile.ask;
import static java.util.concurrent.CompletableFuture.allOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RetryTest extends ActTest {

  @Test
  void aRetryBeginsCountingAnew() {
    orders.known(REF, OrderState.DEAD, now);
    orders.set(REF, "customer", StepState.FAILED, null);
    pool.query("update orders set attempts = 8, claims = 11").executeAndAwait();

    post("retry", "{}")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("attempts", equalTo(0))
        .body("error", nullValue())
        .body("nextAttemptAt", notNullValue())
        .body("steps[0].state", equalTo("DONE"))
        .body("steps[1].state", equalTo("WAITING"))
        .body("history[0].event", equalTo("RETRIED"))
        .body("history[0].actor", equalTo("operator"));
    // whoever had it before is not in charge any more
    assertThat(text("select claims from orders")).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRetryNeedsNoBody(boolean saysJson) {
    orders.known(REF, OrderState.DEAD, now);

    RawHttp request = RawHttp.of("POST /orders/UIA-1/retry").with("X-API-Key", OPERATOR);
    if (!saysJson) {
      request.headers().remove("Content-Type");
    }

    assertThat(request.send().status()).isEqualTo(200);
    assertThat(state(REF)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anOrderOfAnotherProviderIsLookedUpAgain() {
    orders.fresh(REF, OrderState.NOT_OURS, now);
    orders.set(REF, "lookup", StepState.DONE, null);

    post("retry", "{}").then().statusCode(200).body("steps[0].state", equalTo("WAITING"));
  }

  @ParameterizedTest
  @CsvSource({"ticket, UNCLEAR", "ticket, STARTED", "service:164, UNCLEAR", "service:172, STARTED"})
  void anUnclearChargeIsRepeatedOnlyByName(String step, StepState state) {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, step, state, null);

    post("retry", "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("STEP_UNCLEAR"))
        .body("step", equalTo(step))
        .body("detail", containsString("{\"repeat\": \"" + step + "\"}"));
    post("retry", "{\"repeat\": \"%s\"}".formatted(step))
        .then()
        .statusCode(200)
        .body("unclearStep", nullValue())
        .body("steps.find { it.name == '%s' }.state".formatted(step), equalTo("WAITING"))
        .body("history[0].detail", equalTo("repeat " + step));
  }

  @Test
  void everyUnclearChargeMustBeDecided() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "service:172", StepState.STARTED, null);

    assertRefused("retry", "{\"repeat\": \"ticket\"}", "STEP_UNCLEAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service:164", "service:9", "ticket"})
  void whatIsNotUnclearCannotBeNamed(String step) {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "service:164", StepState.DONE, "added");

    assertRefused("retry", "{\"repeat\": \"%s\"}".formatted(step), "STEP_NOT_UNCLEAR");
  }

  @Test
  void anUnclearCustomerIsLeftToTheWorkerWhoLooksFirst() {
    orders.known(REF, OrderState.DEAD, now);
    orders.set(REF, "customer", StepState.UNCLEAR, null);
    hold();

    post("retry", "{}").then().statusCode(200).body("steps[1].state", equalTo("UNCLEAR"));
    assertThat(text("select creating_site from orders")).isEqualTo(SeededOrders.SITE);
  }

  @Test
  void ofManyRetriesAtOnceOneIsDone() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);

    List<Integer> answers = atOnce(8, "retry", "{}");

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(text("select count(*) from order_event")).isEqualTo("1");
    assertThat(text("select claims from orders")).isEqualTo("1");
  }

  /** Whoever is second must not undo what the first has decided. */
  @Test
  void aTicketIsEitherThereOrRepeated() {
    for (int round = 0; round < 10; round++) {
      String ref = "UIA-" + round;
      orders.withUnclearTicket(ref, OrderState.NEEDS_ATTENTION, now);
      CompletableFuture<Integer> there =
          ask(() -> post(ref, "step", "{\"step\":\"ticket\",\"result\":\"20417\"}").statusCode());
      CompletableFuture<Integer> repeat =
          ask(() -> post(ref, "retry", "{\"repeat\":\"ticket\"}").statusCode());

      assertThat(List.of(there.join(), repeat.join())).containsExactlyInAnyOrder(200, 409);
      assertThat(text("select state from step where name = 'ticket' and orderref = '" + ref + "'"))
          .isEqualTo(there.join() == 200 ? "DONE" : "WAITING");
    }
  }

  private List<Integer> atOnce(int times, String act, String body) {
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, times).mapToObj(nr -> ask(() -> post(act, body).statusCode())).toList();
    allOf(asked.toArray(CompletableFuture[]::new)).join();
    return asked.stream().map(CompletableFuture::join).toList();
  }
}
