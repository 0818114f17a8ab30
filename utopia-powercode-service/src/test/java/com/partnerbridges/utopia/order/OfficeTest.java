package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OfficeTest extends ServiceTest {

  private SeededOrders orders;
  private Instant now;

  @BeforeEach
  void seed() {
    orders = new SeededOrders(pool);
    now = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Test
  void theListIsNewestFirstAndPaged() {
    orders.fresh("UIA-1", OrderState.RECEIVED, now);
    orders.known("UIA-2", OrderState.DEAD, now.plusSeconds(60));

    as(READER)
        .get("/orders?limit=1")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("limit", equalTo(1))
        .body("items.orderref", contains("UIA-2"));
    as(READER).get("/orders?skip=1&limit=1").then().body("items.orderref", contains("UIA-1"));
  }

  @Test
  void fromIsIncludedAndToIsNot() {
    orders.fresh("UIA-1", OrderState.RECEIVED, now);
    Instant next = now.plus(1, ChronoUnit.MICROS);

    as(READER).get("/orders?from=" + now).then().body("total", equalTo(1));
    as(READER).get("/orders?from=" + next).then().body("total", equalTo(0));
    as(READER).get("/orders?to=" + now).then().body("total", equalTo(0));
    as(READER).get("/orders?to=" + next).then().body("total", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "UIA-1, 1",
    "uia-1, 1",
    "UIA, 3",
    "IA-1, 0",
    "lee, 1",
    "n le, 1",
    "%, 0",
    "_, 0",
    "\\, 0",
    "100% O'Neill, 1",
    SeededOrders.SITE + ", 2",
    "118440, 0"
  })
  void searchFindsTheReferencesStartTheSiteAndPartOfTheName(String search, int found) {
    orders.known("UIA-1", OrderState.DONE, now);
    orders.known("UIA-2", OrderState.DONE, now, "100% O'Neill", null);
    orders.fresh("UIA-3", OrderState.RECEIVED, now);

    List<String> listed =
        as(READER).queryParam("search", search).get("/orders").path("items.orderref");

    // a search for signs of patterns finds only names that have them
    assertThat(listed).hasSize(search.equals("%") ? 1 : found);
  }

  @Test
  void filtersNarrowTheListTogether() {
    orders.known("UIA-1", OrderState.DONE, now);
    orders.known("UIA-2", OrderState.DEAD, now);

    as(READER)
        .get("/orders?state=DEAD&search=ann")
        .then()
        .body("items.orderref", contains("UIA-2"));
    as(READER).get("/orders?state=DEAD&search=uia-1").then().body("items", empty());
  }

  @Test
  void everyStateIsCounted() {
    orders.known("UIA-1", OrderState.DEAD, now);
    orders.known("UIA-2", OrderState.DEAD, now);

    as(READER)
        .get("/orders/counts")
        .then()
        .statusCode(200)
        .body("DEAD", equalTo(2))
        .body("RECEIVED", equalTo(0))
        .body("size()", equalTo(OrderState.values().length));
  }

  @Test
  void anOrderShowsItsStepsAndItsCustomer() {
    orders.withUnclearTicket("UIA-1", OrderState.NEEDS_ATTENTION, now);
    orders.letter("UIA-1", "NEEDS_ATTENTION", "SENT", now);
    pool.query(
            """
            insert into callback (kind, orderref, body, body_digest, headers, copies, received_at,
              last_received_at)
            values ('NEW_ORDER', 'UIA-1', 'a', 'a', '{}', 3, now(), now());
            insert into order_event (orderref, at, event, actor)
            values ('UIA-1', now(), 'FIRST', 'callback'), ('UIA-1', now(), 'SECOND', 'service')""")
        .executeAndAwait();

    as(READER)
        .get("/orders/UIA-1")
        .then()
        .statusCode(200)
        .body("orderref", equalTo("UIA-1"))
        .body("state", equalTo("NEEDS_ATTENTION"))
        .body("attempts", equalTo(0))
        .body("error", equalTo("It stopped."))
        .body("nextAttemptAt", nullValue())
        .body("customer.name", equalTo("Ann Lee"))
        .body("customer.street", equalTo("12 ORCHARD LN 4"))
        .body("siteid", equalTo(SeededOrders.SITE))
        .body("items", contains("1 Gbps"))
        .body(
            "steps.name",
            contains("lookup", "customer", "service:164", "service:172", "ticket", "tags", "mail"))
        .body("steps[2].quantity", equalTo(1))
        .body("steps[4].state", equalTo("UNCLEAR"))
        .body("steps[6].state", equalTo("DONE"))
        .body("unclearStep", equalTo("ticket"))
        .body("powercode.customerId", equalTo("7001"))
        .body("powercode.customerLink", endsWith("/customers/_view.php&customerid=7001"))
        .body("powercode.ticketId", nullValue())
        .body("callbacks", equalTo(3))
        .body("history.event", contains("SECOND", "FIRST"));
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, DONE, QUEUED, WAITING",
    "DONE, DONE, SENT, DONE",
    "DONE, DONE, FAILED, FAILED",
    "DONE, DONE, BY_HAND, DONE",
    "DEAD, DEAD, SENT, DONE",
    "IN_PROGRESS, DEAD, SENT, WAITING"
  })
  void theMailStepIsTheNewestLetterOfAnOrderThatIsNotWorkedOn(
      OrderState state, String kind, String letter, String step) {
    orders.known("UIA-1", state, now);
    orders.letter("UIA-1", "NEEDS_ATTENTION", "FAILED", now);
    orders.letter("UIA-1", kind, letter, now);

    as(READER).get("/orders").then().body("items[0].steps[-1].state", equalTo(step));
  }

  @Test
  void anOrderOfAnotherProviderHasNoMailStep() {
    orders.fresh("UIA-1", OrderState.NOT_OURS, now);

    as(READER).get("/orders/UIA-1").then().body("steps.name", contains("lookup"));
  }

  @Test
  void whatIsBeingDoneIsNotUnclear() {
    orders.known("UIA-1", OrderState.IN_PROGRESS, now);
    orders.set("UIA-1", "ticket", StepState.STARTED, null);

    as(READER).get("/orders/UIA-1").then().body("unclearStep", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/orders/UIA-1"})
  void phoneAndEmailAreNotShown(String path) {
    orders.known("UIA-1", OrderState.DONE, now);

    String shown = as(READER).get(path).then().statusCode(200).extract().asString();

    assertThat(shown).doesNotContain(SeededOrders.PHONE, SeededOrders.EMAIL).contains("Ann");
  }

  @Test
  void anUnknownOrderIsNotThere() {
    as(READER)
        .get("/orders/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("ORDER_NOT_FOUND"))
        .body("orderref", equalTo("nothing"));
  }

  @Test
  void callbacksAreListedTheLastReceivedFirst() {
    callback("TEST", null, "{\"msg\":\"Test\"}".getBytes(), Duration.ZERO);
    callback("NEW_ORDER", "UIA-1", new byte[] {'a', 0, (byte) 0xff, '\n'}, Duration.ofMinutes(1));

    as(READER)
        .get("/callbacks")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items[0].orderref", equalTo("UIA-1"))
        .body("items[0].body", equalTo("a??\n"))
        .body("items[0].headers.host", equalTo("here"))
        .body("items[1].kind", equalTo("TEST"));
    as(READER).get("/callbacks?kind=TEST").then().body("items.kind", contains("TEST"));
    as(READER).get("/callbacks?orderref=UIA-1").then().body("total", equalTo(1));
    as(READER).get("/callbacks?orderref=UIA-1&kind=TEST").then().body("total", equalTo(0));
  }

  @Test
  void onlyTheStartOfALongCallbackIsShown() {
    callback("UNUSABLE", null, "a".repeat(5000).getBytes(), Duration.ZERO);

    String body = as(READER).get("/callbacks").path("items[0].body");

    assertThat(body).hasSize(4096);
  }

  private void callback(String kind, String orderref, byte[] body, Duration later) {
    pool.preparedQuery(
            """
            insert into callback (kind, orderref, body, body_digest, headers, received_at,
              last_received_at)
            values ($1, $2, $3, $3, '{"host": "here"}', now(), now() + $4::text::interval)""")
        .executeAndAwait(Tuple.of(kind, orderref, Buffer.buffer(body), later.toString()));
  }
}
