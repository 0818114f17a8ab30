package com.partnerbridges.iiko.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.shared.edge.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeftBehindSweepTest extends ServiceTest {

  /** Longer than SYNC_LEASE. */
  private static final Duration PAST_LEASE = Duration.ofSeconds(61);

  @Inject AccountSessions sessions;
  @Inject LeftBehindSweep sweep;

  @Test
  void aFirstConnectWhoseInstanceDiedLeavesNoSlotAndNoRow() {
    String account = newAccount();
    diesWhileConnecting(account);
    assertThat(server(account).use().slotsHeld()).isEqualTo(1);
    clock.forward(PAST_LEASE);

    sweep();

    assertThat(server(account).use().slotsHeld()).isZero();
    assertThat(texts("select account_id from connection")).isEmpty();
  }

  @Test
  void aFirstConnectThatDiedBeforeItsLoginLeavesNoRow() {
    sessions.tryOut(newAccount()).orElseThrow();
    clock.forward(PAST_LEASE);

    sweep();

    assertThat(texts("select account_id from connection")).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsAskedAgain() {
    String account = newAccount();
    diesWhileConnecting(account);
    clock.forward(PAST_LEASE);
    server(account).setFault(IikoSandboxClient.LOGOUT, Fault.status(503).times(3));

    sweep();
    assertThat(text("select session_sealed is not null from connection")).isEqualTo("true");
    server(account).clearFaults();
    sweep();

    assertThat(server(account).use().slotsHeld()).isZero();
  }

  @Test
  void theSessionOfADisconnectedAccountIsEndedWhenItsServerIsBack() {
    String account = connected();
    server(account).setFault(IikoSandboxClient.LOGOUT, Fault.status(503));
    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);
    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);
    assertThat(server(account).use().slotsHeld()).isEqualTo(1);
    server(account).clearFaults();

    sweep();

    assertThat(server(account).use().slotsHeld()).isZero();
  }

  @Test
  void whoeverIsAtWorkIsLeftAlone() {
    String account = connected();
    pool.query("update run set not_before = now() + interval '1 hour'").executeAndAwait();

    try (AccountSession atWork = sessions.open(account, "worker", "test").orElseThrow()) {
      sweep();

      assertThat(server(account).use().slotsHeld()).isEqualTo(1);
    }
  }

  @Test
  void itIsDueWork() {
    String account = newAccount();
    diesWhileConnecting(account);
    clock.forward(Duration.ofMinutes(50));

    dueWork();

    assertThat(server(account).use().slotsHeld()).isZero();
  }

  private void diesWhileConnecting(String account) {
    IikoSandboxClient server = server(account);
    server.reset();
    server.setFault(IikoSandboxClient.LOGOUT, Fault.status(500).times(3));
    sessions
        .tryOut(account)
        .orElseThrow()
        .logInAndOut(
            new IikoServer(
                account,
                server.baseUrl(),
                Secret.of(IikoSandboxClient.USERNAME),
                Secret.of(IikoSandboxClient.PASSWORD),
                IikoServer.Source.XML,
                ZoneId.of("UTC")));
  }

  private void sweep() {
    sweep.sweep().await().indefinitely();
  }
}
