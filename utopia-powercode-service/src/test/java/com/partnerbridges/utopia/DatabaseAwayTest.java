package com.partnerbridges.utopia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database fails or hangs in the middle, and what has become of it afterwards. */
@QuarkusTest
class DatabaseAwayTest extends ServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Time to make the database fail before the service hears that PowerCode is done. */
  private static final Duration MEANWHILE = Duration.ofMillis(700);

  /** SQLSTATE of a database that shuts down: it will be back. */
  private static final String AWAY = "57P03";

  /** SQLSTATE of a failure that waiting does not help. */
  private static final String BROKEN = "XX000";

  @ConfigProperty(name = "partner-bridges.database-timeout")
  Duration limit;

  private LogCapture log;

  @BeforeEach
  void listen() {
    log = new LogCapture();
  }

  @AfterEach
  void isBack() {
    log.close();
    pool.query("drop trigger if exists away on step").executeAndAwait();
  }

  @Test
  void aCallbackIsToldInTimeToComeAgainAndItsCopyMakesTheOrder() {
    String ref = newRef();
    utopia.order(UtopiaOrder.usual(ref));
    SqlConnection other = pool.getConnectionAndAwait();
    other.query("begin; lock table orders in access exclusive mode").executeAndAwait();

    Response hanging = callback(ref);

    other.query("rollback").executeAndAwait();
    other.closeAndAwait();
    hanging
        .then()
        .statusCode(503)
        .contentType("application/json")
        .header("Retry-After", "5")
        .body("error", containsString("try again"));
    assertThat(hanging.time()).isLessThan(limit.plusSeconds(1).toMillis());
    callback(ref).then().statusCode(200);
    dueWork();
    assertDoneOnce(ref);
  }

  @ParameterizedTest
  @ValueSource(strings = {"createCustomer", "addCustomerService", "createTicket", "addTag"})
  void whatPowercodeDidIsStoredWhenTheDatabaseIsBack(String action) {
    String ref = received();
    CompletableFuture<Integer> worker = workerIn(action);
    failToStore(AWAY);

    awaitLog("database away");
    pool.query("drop trigger away on step").executeAndAwait();
    worker.join();

    assertDoneOnce(ref);
  }

  @Test
  void whatPowercodeDidIsStoredWhenTheDatabaseNoLongerHangs() {
    String ref = received();
    CompletableFuture<Integer> worker = workerIn("createTicket");
    SqlConnection other = pool.getConnectionAndAwait();
    other.query("begin; lock table orders in access exclusive mode").executeAndAwait();

    awaitLog("database away");
    other.query("rollback").executeAndAwait();
    other.closeAndAwait();
    worker.join();

    assertDoneOnce(ref);
  }

  @ParameterizedTest
  @CsvSource({"addCustomerService, service:164", "createTicket, ticket"})
  void aChargeThatCouldNotBeStoredIsAPersonsQuestion(String action, String step) {
    String ref = received();
    CompletableFuture<Integer> worker = workerIn(action);
    failToStore(BROKEN);
    worker.join();
    pool.query("drop trigger away on step").executeAndAwait();
    clock.forward(PAST_LEASE);

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(steps(ref)).contains(step + " UNCLEAR");
    assertThat(powercode.calls(action)).hasSize(1);
    assertThat(texts("select kind from letter")).containsExactly("NEEDS_ATTENTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"createCustomer", "addTag"})
  void whatCanBeFoundOutIsFoundOutWhenItCouldNotBeStored(String action) {
    String ref = received();
    CompletableFuture<Integer> worker = workerIn(action);
    failToStore(BROKEN);
    worker.join();
    pool.query("drop trigger away on step").executeAndAwait();
    clock.forward(PAST_LEASE);

    dueWork();

    assertDoneOnce(ref);
  }

  @Test
  void powercodeIsNotAskedForWhatCouldNotBeBegun() {
    String ref = received();
    away("new.state = 'STARTED' and new.name = 'ticket'", AWAY);
    dueWork();
    assertThat(powercode.calls("createTicket")).isEmpty();
    pool.query("drop trigger away on step").executeAndAwait();
    clock.forward(PAST_LEASE);

    dueWork();

    assertDoneOnce(ref);
  }

  /** A worker whose call is done, and which hears of it in a while. */
  private CompletableFuture<Integer> workerIn(String action) {
    powercode.setFault(action, Fault.lateAnswer(MEANWHILE).times(1));
    CompletableFuture<Integer> worker = Meanwhile.ask(ServiceTest::dueWork);
    ControlHttp.await(
        action, PATIENCE, () -> Optional.of(powercode.done(action)).filter(done -> done == 1));
    return worker;
  }

  private void failToStore(String sqlstate) {
    away("old.state = 'STARTED' or new.name = 'tags'", sqlstate);
  }

  private void away(String when, String sqlstate) {
    pool.query(
            """
            create or replace function be_away() returns trigger language plpgsql as $$
            begin raise exception 'away' using errcode = '%s'; end $$;
            create or replace trigger away before update on step
              for each row when (%s) execute function be_away()"""
                .formatted(sqlstate, when))
        .executeAndAwait();
  }

  private void awaitLog(String text) {
    ControlHttp.await(
        text,
        PATIENCE,
        () ->
            Optional.of(log.lines()).filter(all -> all.stream().anyMatch(it -> it.contains(text))));
  }

  private void assertDoneOnce(String ref) {
    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(account(ref).services()).hasSize(2);
    assertThat(account(ref).tickets()).hasSize(1);
    assertThat(List.copyOf(account(ref).tags())).contains("UTOPIA", "Fiber");
    assertThat(powercode.done("createCustomer")).isOne();
    assertThat(texts("select kind from letter")).containsExactly("DONE");
  }

  private static Response callback(String ref) {
    return given()
        .contentType("application/json")
        .body("{\"orderref\":\"%s\",\"msg\":\"Project New Order\"}".formatted(ref))
        .post("/api-callback");
  }
}
