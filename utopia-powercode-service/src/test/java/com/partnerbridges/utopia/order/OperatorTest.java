package com.partnerbridges.utopia.order;

import static com.partnerbridges.dev.testkit.Meanwhile.ask;
import static java.util.concurrent.CompletableFuture.allOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperatorTest extends ServiceTest {

  private static final String REF = "UIA-1";
  private static final String EVERYTHING =
      """
      select coalesce(string_agg(line, ',' order by line), '') from (
        select t::text from orders t union all select t::text from step t
        union all select t::text from letter t union all select t::text from order_event t)
        t (line)""";

  private SeededOrders orders;
  private Instant now;

  @BeforeEach
  void seed() {
    orders = new SeededOrders(pool);
    now = clock.instant();
  }

  /** What each act answers in each state of an order whose customer could not be made. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECEIVED        | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "IN_PROGRESS     | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "DONE            | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "NOT_OURS        | 200 IN_PROGRESS       | 200 RESOLVED          | 409 ORDER_NOT_STOPPED",
        "NEEDS_ATTENTION | 200 IN_PROGRESS       | 200 RESOLVED          | 200 IN_PROGRESS",
        "DEAD            | 200 IN_PROGRESS       | 200 RESOLVED          | 200 IN_PROGRESS",
        "RESOLVED        | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED"
      })
  void everyActInEveryState(OrderState state, String retry, String resolve, String step) {
    List<String> answers =
        List.of(
            inState(state, "retry", "{}"),
            inState(state, "resolve", "{\"note\": \"seen\"}"),
            inState(state, "step", "{\"step\": \"customer\", \"result\": \"7001\"}"));

    assertThat(answers).containsExactly(retry, resolve, step);
  }

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
  void whoeverResolvesGivesTheSiteFree() {
    orders.known(REF, OrderState.DEAD, now);
    hold();

    post("resolve", "{\"note\": \"Cancelled by the customer.\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("RESOLVED"))
        .body("history[0].event", equalTo("RESOLVED"))
        .body("history[0].detail", equalTo("Cancelled by the customer."));
    assertThat(text("select creating_site from orders")).isNull();
  }

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

  @Test
  void anOrderIsStartedByHandOnce() {
    String body = "{\"orderref\": \"UIA202511-038109\"}";

    as(OPERATOR)
        .body(body)
        .post("/orders")
        .then()
        .statusCode(201)
        .body("orderref", equalTo("UIA202511-038109"))
        .body("steps.name", contains("lookup", "mail"))
        .body("history.event", contains("STARTED_BY_HAND"));
    as(OPERATOR).body(body).post("/orders").then().statusCode(200);
    assertThat(text("select count(*) from order_event")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "resolve", "step"})
  void whatIsNotThereIsNotFound(String act) {
    String body = "{\"note\": \"seen\", \"step\": \"ticket\", \"result\": \"1\"}";

    post(act, body).then().statusCode(404).body("code", equalTo("ORDER_NOT_FOUND"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /orders",
        "POST /orders/UIA-1/retry",
        "POST /orders/UIA-1/resolve",
        "POST /orders/UIA-1/step",
        "POST /orders/retry"
      })
  void readersDoNotAct(String call) {
    String path = call.substring(5);

    as(READER).body("{}").post(path).then().statusCode(403);
    as("gar-bage").body("{}").post(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/orders/counts", "/orders/UIA-1", "/callbacks"})
  void nobodyReadsWithoutAKey(String path) {
    io.restassured.RestAssured.get(path).then().statusCode(401);
    as("gar-bage").get(path).then().statusCode(401);
  }

  @Test
  void aWindowRetriesWhatStoppedInItAndLeavesWhatIsUnclear() {
    orders.known("UIA-before", OrderState.DEAD, now.minusSeconds(1));
    orders.known("UIA-in", OrderState.DEAD, now);
    orders.known("UIA-other", OrderState.NEEDS_ATTENTION, now);
    orders.withUnclearTicket("UIA-unclear", OrderState.DEAD, now);
    orders.known("UIA-after", OrderState.DEAD, now.plusSeconds(60));

    window("DEAD", now, now.plusSeconds(60))
        .then()
        .statusCode(200)
        .body("retried", equalTo(1))
        .body("skipped", equalTo(1))
        .body("skippedOrders", contains("UIA-unclear"))
        .body("left", equalTo(0));
    assertThat(text("select string_agg(orderref, ',') from orders where state = 'IN_PROGRESS'"))
        .isEqualTo("UIA-in");
  }

  @Test
  void aWindowRetriesFiveHundredAtOnce() {
    pool.preparedQuery(
            """
            insert into orders (orderref, state, created_at, moved_at)
            select 'UIA-' || nr, 'DEAD', $1, $1 from generate_series(1, 501) nr""")
        .executeAndAwait(
            io.vertx.mutiny.sqlclient.Tuple.of(now.atOffset(java.time.ZoneOffset.UTC)));
    pool.query(
            "insert into step (orderref, position, name) select orderref, 0, 'lookup' from orders")
        .executeAndAwait();

    window("DEAD", now, now.plusSeconds(1))
        .then()
        .body("retried", equalTo(500))
        .body("left", equalTo(1));
    window("DEAD", now, now.plusSeconds(1)).then().body("retried", equalTo(1));
    window("DEAD", now, now.plusSeconds(1)).then().body("retried", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECEIVED", "IN_PROGRESS", "DONE", "NOT_OURS", "RESOLVED"})
  void aWindowIsOfOrdersThatNeedAPerson(String state) {
    window(state, now, now).then().statusCode(400).body("errors[0].field", equalTo("state"));
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

  private String inState(OrderState state, String act, String body) {
    String ref = "UIA-" + act;
    orders.known(ref, state, now);
    orders.set(ref, "customer", StepState.FAILED, null);
    String before = text(EVERYTHING);
    Response answer = post(ref, act, body);
    assertThat(text(EVERYTHING).equals(before)).isEqualTo(answer.statusCode() != 200);
    String word = answer.path(answer.statusCode() == 200 ? "state" : "code");
    return answer.statusCode() + " " + word;
  }

  private void assertRefused(String act, String body, String code) {
    String before = text(EVERYTHING);
    post(act, body).then().statusCode(409).body("code", equalTo(code));
    assertThat(text(EVERYTHING)).isEqualTo(before);
  }

  private static Response byHand(String step, String result) {
    return post(
        "step",
        result == null
            ? "{\"step\": \"%s\"}".formatted(step)
            : "{\"step\": \"%s\", \"result\": \"%s\"}".formatted(step, result));
  }

  private static Response post(String act, String body) {
    return post(REF, act, body);
  }

  private static Response post(String orderref, String act, String body) {
    return as(OPERATOR).body(body).post("/orders/{ref}/{act}", orderref, act);
  }

  private static Response window(String state, Instant from, Instant to) {
    return as(OPERATOR)
        .body("{\"state\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(state, from, to))
        .post("/orders/retry");
  }

  private void hold() {
    pool.query("update orders set creating_site = siteid").executeAndAwait();
  }
}
