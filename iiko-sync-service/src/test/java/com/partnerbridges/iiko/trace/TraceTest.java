package com.partnerbridges.iiko.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import com.partnerbridges.dev.testkit.TraceCollector.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class TraceTest extends CanaryAccount {

  private static final String ROOM = "/api/v1/accounts/{account_id}/integrations/iiko";

  @Test
  void toConnectIsOneTraceUpToIikoAndThroughTheFirstRun() {
    connect();

    workOff();

    Span door = trace.await("POST " + ROOM + "/connect");
    Span run = trace.await("process run", door);
    assertThat(door.parent()).isEqualTo(Trace.CALLER);
    trace.await("iiko login", door);
    trace.await("iiko logout", door);
    trace.await("iiko departments", run);
    trace.await("iiko suppliers", run);
    trace.await("iiko invoices", run);
    trace.await("database", run);
  }

  @Test
  void aRunIsInTheTraceOfWhoAskedForIt() {
    connect();
    workOff();
    Trace other = Trace.begun();
    as(account, ADMIN)
        .header("traceparent", other.parent())
        .post(at(account, "/sync/stores"))
        .then()
        .statusCode(202);

    workOff();

    Span door = other.await("POST " + ROOM + "/sync/{entity_type}");
    other.await("iiko stores", other.await("process run", door));
  }

  @Test
  void aRunIsInTheTraceOfThePushThatCalledForIt() {
    connect();
    workOff();
    String token = traced(ADMIN).post(at(account, "/push-token")).path("token");
    Trace other = Trace.begun();
    RestAssured.given()
        .header("traceparent", other.parent())
        .post("/webhooks/iiko/" + token)
        .then()
        .statusCode(202);

    workOff();

    Span door = other.await("POST /webhooks/iiko/{token}");
    other.await("iiko stores", other.await("process run", door));
  }

  @Test
  void iikoIsNotToldOfTheTrace() {
    connect();

    workOff();

    trace.assertUnknownTo(iiko.calls().stream());
  }

  @Test
  void nothingPersonalAndNoSecretIsTold() {
    connect("canary-wrong").then().statusCode(422);
    connect();
    traced(MEMBER).get(at(account, "/suppliers/search?name=" + CANARY));
    RestAssured.given().header("User-Agent", CANARY).post("/webhooks/iiko/" + CANARY);
    RestAssured.given().get("/nowhere/" + CANARY);
    bearer(CANARY).get(at(CANARY, "/status")).then().statusCode(401);

    workOff();

    trace.await("iiko search");
    trace.await("process run");
    TraceCollector.await("POST /webhooks/iiko/{token}");
    assertThat(TraceCollector.received())
        .contains("iiko-sync-service", "http.route")
        .doesNotContainIgnoringCase(CANARIES)
        .doesNotContain(sessionKey(), account, "127.0.0.1");
  }
}
