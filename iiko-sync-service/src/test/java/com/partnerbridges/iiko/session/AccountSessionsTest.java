package com.partnerbridges.iiko.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.iiko.gateway.CorporateItem;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.gateway.RecordSink;
import com.partnerbridges.shared.edge.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountSessionsTest extends ServiceTest {

  /** Longer than SYNC_LEASE. */
  private static final Duration PAST_LEASE = Duration.ofSeconds(61);

  private static final RecordSink<CorporateItem> IGNORED =
      new RecordSink<>() {
        @Override
        public void record(CorporateItem item) {}

        @Override
        public void unreadable(String iikoId, String reason) {}
      };

  @Inject AccountSessions sessions;

  private String account;
  private IikoSandboxClient server;

  @BeforeEach
  void connect() {
    account = connected();
    server = server(account);
    server.reset();
  }

  @Test
  void ofManyWhoWantOneGetsTheSession() {
    List<Optional<AccountSession>> all =
        IntStream.range(0, 8)
            .mapToObj(
                nr -> CompletableFuture.supplyAsync(() -> sessions.open(account, "worker", "sync")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(all).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(server.use().logins()).isEqualTo(1);
    all.stream().flatMap(Optional::stream).forEach(AccountSession::close);
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void afterACloseTheNextOneMayBegin() {
    sessions.open(account, "worker", "sync").orElseThrow().close();

    sessions.open(account, "worker", "sync").orElseThrow().close();
    assertThat(text("select concat(holder, lease_until, session_sealed) from connection"))
        .isEmpty();
  }

  @Test
  void whoTakesOverEndsTheSessionOfTheDeadHolderFirst() {
    AccountSession dead = sessions.open(account, "worker", "sync").orElseThrow();
    clock.forward(PAST_LEASE);

    try (AccountSession next = sessions.open(account, "worker", "sync").orElseThrow()) {
      assertThat(server.use().mostSlotsHeld()).isEqualTo(1);
      dead.close();
      next.iiko().departments(IGNORED);
      assertThat(server.use().slotsHeld()).isEqualTo(1);
    }
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void aSessionThatIsLeftBehindForOverAnHourIsOver() {
    sessions.open(account, "worker", "sync").orElseThrow();
    server.advance(Duration.ofMinutes(61));
    clock.forward(Duration.ofMinutes(61));
    long logouts = server.use().logouts();

    sessions.open(account, "worker", "sync").orElseThrow().close();

    assertThat(server.use().logouts()).isEqualTo(logouts + 1);
  }

  @Test
  void whileTheLeftBehindSessionCannotBeEndedNobodyLogsIn() {
    sessions.open(account, "worker", "sync").orElseThrow();
    clock.forward(PAST_LEASE);
    server.setFault(IikoSandboxClient.LOGOUT, Fault.status(503));

    assertThatThrownBy(() -> sessions.open(account, "worker", "sync"))
        .isInstanceOf(IikoTrouble.class);

    assertThat(server.use().logins()).isEqualTo(1);
    assertThat(text("select session_sealed is not null and holder is null from connection"))
        .isEqualTo("true");
    server.clearFaults();
    sessions.open(account, "worker", "sync").orElseThrow().close();
    assertThat(server.use().slotsHeld()).isZero();
  }

  @Test
  void aServerThatNeverLogsOutIsWaitedForAFewTimesOnly() {
    server.slots(9);
    server.setFault(IikoSandboxClient.LOGOUT, Fault.status(500));
    dies();
    for (int refused = 1; refused < 3; refused++) {
      assertThatThrownBy(() -> sessions.open(account, "worker", "test"))
          .isInstanceOf(IikoTrouble.class);
    }

    dies();
    dies();

    assertThat(server.use().logins()).isEqualTo(3);
    server.clearFaults();
    sessions.open(account, "worker", "test").orElseThrow().close();
    assertThat(text("select logout_failures from connection")).isEqualTo("0");
  }

  @Test
  void aDefiniteNoToALogoutHoldsUpNobody() {
    server.slots(9);
    server.setFault(IikoSandboxClient.LOGOUT, Fault.status(404));
    dies();

    sessions.open(account, "worker", "test").orElseThrow().close();

    assertThat(server.use().logins()).isEqualTo(2);
  }

  @Test
  void aTokenIsKeptUntilTheNextLoginSinceItMayStillBeGoodForALogout() {
    dies();
    for (String operation : List.of(IikoSandboxClient.LOGOUT, IikoSandboxClient.LOGIN)) {
      server.setFault(operation, Fault.htmlStatus(404));
    }
    assertThatThrownBy(() -> sessions.open(account, "worker", "test"))
        .isInstanceOf(IikoTrouble.class);
    server.clearFaults();

    sessions.open(account, "worker", "test").orElseThrow().close();

    assertThat(server.use().slotsHeld()).isZero();
    assertThat(server.use().mostSlotsHeld()).isEqualTo(1);
  }

  @Test
  void aRefusalIsStoredAndGivesTheLeaseBack() {
    server.password("another");

    assertThatThrownBy(() -> sessions.open(account, "worker", "sync"))
        .isInstanceOf(IikoTrouble.class);

    assertThat(text("select error_code from connection")).isEqualTo("WRONG_PASSWORD");
    assertThat(text("select holder from connection")).isNull();
  }

  @Test
  void calledBySomeRunIsNotedAsItsOwn() {
    try (AccountSession session = sessions.open(account, "worker", "sync").orElseThrow()) {
      session.about(7);
      session.iiko().departments(IGNORED);
    }

    assertThat(
            texts(
                "select coalesce(run_id, 0) || ' ' || operation || ' ' || outcome from request_log"
                    + " order by id desc limit 3"))
        .containsExactly("7 logout answered", "7 departments answered", "0 login answered");
    assertThat(
            text(
                "select string_agg(actor || ' ' || action || ' ' || detail, ',') from"
                    + " credential_audit where action = 'USED' and account_id = '%s'"
                        .formatted(account)))
        .isEqualTo("worker USED sync");
  }

  @Test
  void whoIsNotConnectedHasNoSession() {
    assertThatThrownBy(() -> sessions.open(newAccount(), "worker", "sync"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("NOT_CONNECTED"));
  }

  /** With a session that nobody ends, and whose lease runs out. */
  private void dies() {
    sessions.open(account, "worker", "test").orElseThrow();
    clock.forward(PAST_LEASE);
  }

  @Test
  void theAuditIsOnlyEverAddedTo() {
    for (String sql :
        List.of(
            "update credential_audit set actor = 'x'",
            "delete from credential_audit",
            "truncate credential_audit")) {
      assertThatThrownBy(() -> pool.query(sql).executeAndAwait())
          .hasMessageContaining("append-only");
    }
  }
}
