package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectTest extends ServiceTest {

  private String account;
  private IikoSandboxClient server;

  @BeforeEach
  void newServer() {
    account = newAccount();
    server = server(account);
    server.reset();
  }

  @Test
  void aGoodLoginIsStoredAndItsSlotFreed() {
    connect(Map.of())
        .statusCode(200)
        .body("account_id", equalTo(account))
        .body("is_connected", equalTo(true))
        .body("last_connected_at", notNullValue())
        .body("connection_error", nullValue())
        .body("integration_type", equalTo("iiko"));

    assertThat(server.use().logins()).isEqualTo(1);
    assertThat(server.use().slotsHeld()).isZero();
    assertThat(server.use().concurrent()).isZero();
  }

  @Test
  void aFirstRunOfAllEntitiesIsQueuedAndTheNextOnesAreSpread() {
    connect(Map.of());

    assertThat(
            text("select entity_type || ' ' || cause || ' ' || is_full || ' ' || state from run"))
        .isEqualTo("all FIRST true QUEUED");
    assertThat(texts("select entity from part order by position"))
        .containsExactly("restaurants", "stores", "suppliers", "invoices");
    assertThat(
            texts("select next_at - now() > '25 min' and next_at - now() < '61 min' from schedule"))
        .containsExactly("true", "true", "true", "true");
  }

  @Test
  void connectingAgainWithTheSameServerChangesTheLoginAndQueuesNothing() {
    connect(Map.of());
    server.password("another");

    connect(Map.of("password", "another")).statusCode(200);

    assertThat(texts("select id from run")).hasSize(1);
    as(account, ADMIN)
        .get(at(account, "/audit"))
        .then()
        .body("total", equalTo(2))
        .body("items.action", equalTo(List.of("CHANGED", "STORED")))
        .body("items[0].actor", equalTo("admin-of-" + account));
  }

  @Test
  void aRefusedChangeLeavesWhatWasThere() {
    connect(Map.of());

    connect(Map.of("password", "wrong")).statusCode(422).body("code", equalTo("WRONG_PASSWORD"));

    as(account, ADMIN)
        .post(at(account, "/test"))
        .then()
        .statusCode(200)
        .body("is_connected", equalTo(true))
        .body("connection_error", nullValue());
  }

  @Test
  void ofTwoConnectsAtOnceNoneHurtsTheOther() {
    List<CompletableFuture<Integer>> both =
        Stream.of(1, 2)
            .map(
                nr -> CompletableFuture.supplyAsync(() -> connect(Map.of()).extract().statusCode()))
            .toList();

    assertThat(both).extracting(CompletableFuture::join).containsOnly(200);
    assertThat(texts("select id from run")).hasSize(1);
    assertThat(server.use().concurrent()).isZero();
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void whileASyncRunsNothingIsChanged() {
    connect(Map.of());
    pool.query("update run set state = 'RUNNING'").executeAndAwait();
    hold();

    connect(Map.of()).statusCode(409).body("code", equalTo("SYNC_RUNNING"));
    as(account, ADMIN)
        .post(at(account, "/test"))
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("ACCOUNT_BUSY"));
  }

  @Test
  void whatADeadHolderLeftBehindIsLoggedOutFirst() {
    connect(Map.of());
    server.setFault(IikoSandboxClient.LOGOUT, Fault.status(500).times(3));
    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);
    assertThat(server.use().slotsHeld()).isEqualTo(1);

    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);

    assertThat(server.use().slotsHeld()).isZero();
    assertThat(server.use().mostSlotsHeld()).isEqualTo(1);
  }

  @Test
  void whoIsNotConnectedIsTold() {
    for (String path : List.of("/test", "/push-token")) {
      as(account, ADMIN)
          .post(at(account, path))
          .then()
          .statusCode(409)
          .body("code", equalTo("NOT_CONNECTED"));
    }
    as(account, ADMIN)
        .body(Map.of("username", "any", "password", "any"))
        .put(at(account, "/credentials"))
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_CONNECTED"));
    as(account, MEMBER)
        .get(at(account, "/suppliers/search?name=a"))
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_CONNECTED"));
    as(account, MEMBER)
        .get(at(account, "/status"))
        .then()
        .statusCode(200)
        .body("is_connected", equalTo(false))
        .body("entities", hasSize(4));
  }

  @Test
  void aTestThatFailsIsRememberedUntilOneSucceeds() {
    connect(Map.of());
    server.slots(0);

    as(account, ADMIN).post(at(account, "/test")).then().statusCode(422);
    as(account, MEMBER)
        .get(at(account, "/status"))
        .then()
        .body("connection_error_code", equalTo("NO_LICENCE_SLOT"))
        .body("connection_error", notNullValue());

    server.slots(1);
    as(account, ADMIN)
        .post(at(account, "/test"))
        .then()
        .statusCode(200)
        .body("connection_error", nullValue());
  }

  @Test
  void disconnectingWipesTheLoginAndEndsTheRuns() {
    connect(Map.of());
    as(account, ADMIN).post(at(account, "/push-token")).then().statusCode(200);

    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);
    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);

    assertThat(
            text(
                "select concat(username_sealed, password_sealed, key_id, session_sealed,"
                    + " push_token_sha256) from connection"))
        .isEmpty();
    assertThat(text("select state from run")).isEqualTo("CANCELLED");
    assertThat(texts("select distinct state from part")).containsExactly("CANCELLED");
    assertThat(texts("select 1 from schedule")).isEmpty();
    as(account, ADMIN)
        .get(at(account, "/audit"))
        .then()
        .body("items.action", equalTo(List.of("WIPED", "STORED")));
  }

  @Test
  void disconnectingAsksARunningSyncToStop() {
    connect(Map.of());
    pool.query("update run set state = 'RUNNING'").executeAndAwait();
    hold();

    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);

    assertThat(text("select state || ' ' || cancel_requested from run")).isEqualTo("RUNNING true");
    assertThat(text("select password_sealed from connection")).isNull();
  }

  @Test
  void suppliersAreSearchedAtTheServer() {
    connect(Map.of());
    String name = server.suppliers().values().iterator().next().name();

    as(account, MEMBER)
        .queryParam("name", name)
        .get(at(account, "/suppliers/search"))
        .then()
        .statusCode(200)
        .body("items.name", hasItem(name))
        .body("is_cut", equalTo(false));

    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void theStatusCountsRequests() {
    connect(Map.of());
    pool.query("update request_log set bytes = 1000, millis = 70").executeAndAwait();

    as(account, MEMBER)
        .get(at(account, "/status"))
        .then()
        .statusCode(200)
        .body("is_connected", equalTo(true))
        .body("base_url", equalTo(server.baseUrl().toString()))
        .body("credentials", equalTo("USABLE"))
        .body("last_day.requests", equalTo(2))
        .body("last_day.bytes", equalTo(2000))
        .body("last_day.duration_ms", equalTo(140))
        .body("requests_per_minute", equalTo(60_000))
        .body("failures", equalTo(0))
        .body("not_before", nullValue())
        .body("entities.entity_type", hasItem("invoices"))
        .body("entities[0].next_at", notNullValue())
        .body("entities[0].last_run.state", equalTo("QUEUED"));
  }

  private void hold() {
    pool.query(
            "update connection set holder = gen_random_uuid(),"
                + " lease_until = now() + interval '1 hour'")
        .executeAndAwait();
  }

  private ValidatableResponse connect(Map<String, Object> changes) {
    Map<String, Object> body = new HashMap<>(login(account));
    body.putAll(changes);
    return as(account, ADMIN).body(body).post(at(account, "/connect")).then();
  }
}
