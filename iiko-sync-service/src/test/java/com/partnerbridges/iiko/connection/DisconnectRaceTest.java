package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.iiko.credential.CredentialVault;
import com.partnerbridges.iiko.credential.CredentialVault.Login;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.shared.edge.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account is disconnected while its connection is being changed: the last answer holds. */
@QuarkusTest
class DisconnectRaceTest extends ServiceTest {

  private static final Duration LOGIN_TAKES = Duration.ofMillis(1500);

  private static final String WAITING =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock'";

  /** Less than the service waits for the database. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(3);

  @Inject ConnectionRepository connections;
  @Inject CredentialVault vault;

  private String account;
  private IikoSandboxClient server;

  @BeforeEach
  void connect() {
    account = connected();
    server = server(account);
  }

  @Test
  void aChangeThatIsBeingTriedDoesNotBringBackWhatWasDisconnected() {
    server.setFault(IikoSandboxClient.LOGIN, Fault.lateAnswer(LOGIN_TAKES).times(1));
    CompletableFuture<ValidatableResponse> change = Meanwhile.ask(this::change);
    server.awaitUse(use -> use.logins() == 2, LOGIN_TAKES);

    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);

    change.join().statusCode(409).body("code", equalTo("NOT_CONNECTED"));
    assertThatNothingIsLeft();
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void aConnectThatIsBeingTriedConnectsAnewWhatWasDisconnected() {
    server.setFault(IikoSandboxClient.LOGIN, Fault.lateAnswer(LOGIN_TAKES).times(1));
    CompletableFuture<ValidatableResponse> again = Meanwhile.ask(this::again);
    server.awaitUse(use -> use.logins() == 2, LOGIN_TAKES);

    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);

    again.join().statusCode(200).body("is_connected", equalTo(true));
    assertThat(texts("select state from run order by id")).containsExactly("CANCELLED", "QUEUED");
    assertThat(texts("select entity from schedule")).hasSize(4);
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void ofTwoChangesAtOnceBothAreTriedAndTheLastIsKept() {
    server.setFault(IikoSandboxClient.LOGIN, Fault.lateAnswer(LOGIN_TAKES).times(2));
    CompletableFuture<ValidatableResponse> first = Meanwhile.ask(this::change);
    server.awaitUse(use -> use.logins() == 2, LOGIN_TAKES);

    change().statusCode(200).body("is_connected", equalTo(true));

    first.join().statusCode(200);
    assertThat(server.use().logins()).isEqualTo(3);
    assertThat(server.use().slotsHeld()).isZero();
    assertThat(texts("select state from run")).containsExactly("QUEUED");
    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);
  }

  @Test
  void whatIsStoredInTheMiddleOfADisconnectGoesWithIt() {
    CompletableFuture<Integer> end =
        whileLocked(
            "select from connection for update",
            () -> as(account, ADMIN).delete(at(account, "/connect")).statusCode(),
            """
            insert into run (account_id, entity_type, cause, not_before, queued_at)
            select account_id, 'suppliers', 'FIRST', now(), now() from connection""");

    assertThat(end.join()).isEqualTo(204);
    assertThatNothingIsLeft();
  }

  @Test
  void whatIsDisconnectedInTheMiddleOfAConnectIsConnectedFromTheStart() {
    UUID holder = UUID.randomUUID();
    pool.query(
            "update connection set holder = '%s', lease_until = now() + '1 hour'".formatted(holder))
        .executeAndAwait();

    CompletableFuture<Boolean> stored =
        whileLocked(
            "update connection set username_sealed = null, password_sealed = null, key_id = null",
            () -> store(holder),
            "delete from schedule");

    assertThat(stored.join()).isTrue();
    assertThat(texts("select state from run order by id")).containsExactly("CANCELLED", "QUEUED");
    assertThat(texts("select entity from schedule")).hasSize(4);
  }

  /** Somebody waits for what is locked, and only then the rest is done and all of it is kept. */
  private <T> CompletableFuture<T> whileLocked(String lock, Supplier<T> somebody, String rest) {
    SqlConnection other = pool.getConnectionAndAwait();
    try {
      Transaction transaction = other.beginAndAwait();
      other.query(lock).executeAndAwait();
      CompletableFuture<T> waiting = Meanwhile.ask(somebody);
      long latest = System.nanoTime() + LOCK_WAIT.toNanos();
      while (texts(WAITING).isEmpty() && System.nanoTime() < latest) {
        Thread.onSpinWait();
      }
      assertThat(texts(WAITING)).isNotEmpty();
      other.query(rest).executeAndAwait();
      transaction.commitAndAwait();
      return waiting;
    } finally {
      other.closeAndAwait();
    }
  }

  private boolean store(UUID holder) {
    Settings settings =
        new Settings(server.baseUrl(), IikoServer.Source.XML, ZoneId.of("UTC"), null);
    CredentialVault.Sealed login =
        vault.seal(account, new Login(Secret.of("name"), Secret.of("password")));
    return connections
        .store(
            account,
            holder,
            false,
            settings,
            login,
            new Long[] {60L, 60L, 60L, 60L},
            "ann",
            clock.instant())
        .await()
        .indefinitely();
  }

  private void assertThatNothingIsLeft() {
    assertThat(text("select concat(password_sealed, holder, session_sealed) from connection"))
        .isEmpty();
    assertThat(texts("select distinct state from run")).containsExactly("CANCELLED");
    assertThat(texts("select distinct state from part")).containsExactly("CANCELLED");
    assertThat(texts("select 1 from schedule")).isEmpty();
  }

  private ValidatableResponse change() {
    return as(account, ADMIN)
        .body(
            Map.of("username", IikoSandboxClient.USERNAME, "password", IikoSandboxClient.PASSWORD))
        .put(at(account, "/credentials"))
        .then();
  }

  private ValidatableResponse again() {
    return as(account, ADMIN).body(login(account)).post(at(account, "/connect")).then();
  }
}
