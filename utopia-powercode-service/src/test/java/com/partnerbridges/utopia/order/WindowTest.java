package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WindowTest extends ActTest {

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
        .executeAndAwait(Tuple.of(now.atOffset(ZoneOffset.UTC)));
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

  private static Response window(String state, Instant from, Instant to) {
    return as(OPERATOR)
        .body("{\"state\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(state, from, to))
        .post("/orders/retry");
  }
}
