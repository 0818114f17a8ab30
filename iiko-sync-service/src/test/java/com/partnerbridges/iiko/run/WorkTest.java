package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who works on what, and what becomes of what was cut off. */
@QuarkusTest
class WorkTest extends SyncTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject AccountWork work;

  @Test
  void invoicesAreAskedForPieceByPiece() {
    synced("invoices", "{\"from\": \"2026-01-01\", \"to\": \"2026-01-16\"}");

    assertThat(iiko.calls(IikoSandboxClient.INVOICES)).hasSize(3);
    assertThat(text("select from_day || ' ' || to_day from part"))
        .isEqualTo("2026-01-01 2026-01-16");
  }

  @Test
  void theFirstTimeGoesAsFarBackAsTheSettingsSayAndThenTheWindowDoes() {
    synced("invoices");
    synced("invoices");
    synced("invoices", "{\"full\": true}");

    assertThat(texts("select (to_day - from_day)::text from part order by run_id"))
        .containsExactly("365", "45", "365");
  }

  @Test
  void todayIsTheAccountsOwn() {
    sql("update connection set time_zone = 'Pacific/Kiritimati'");
    synced("invoices");

    assertThat(text("select to_day from part"))
        .isEqualTo(text("select (now() at time zone 'Pacific/Kiritimati')::date"));
  }

  @Test
  void aRunThatWasCutOffGoesOnAtItsNextPieceAndCountsNothingTwice() {
    long run = queued("invoices", "{\"from\": \"2026-01-01\", \"to\": \"2026-01-21\"}");
    sql(
        """
        update part set state = 'RUNNING', from_day = '2026-01-01', to_day = '2026-01-21',
          next_day = '2026-01-15', seen = 7, unchanged = 7, piece_seen = 3""");
    sql("update run set state = 'RUNNING', attempts = 1, started_at = now()");

    workOff();

    run(run).body("state", equalTo("SUCCEEDED")).body("attempts", equalTo(2));
    assertThat(iiko.counter(IikoSandboxClient.INVOICES).calls()).isEqualTo(1);
    assertThat(text("select seen || ' ' || unchanged || ' ' || piece_seen from part"))
        .isEqualTo("7 7 0");
  }

  @Test
  void aListThatWasCutOffBeginsAgain() {
    long run = queued("suppliers");
    sql("update part set state = 'RUNNING', piece_seen = 3");
    sql("update run set state = 'RUNNING', attempts = 1, started_at = now()");

    workOff();

    run(run).body("state", equalTo("SUCCEEDED")).body("counts.seen", equalTo(5));
  }

  @Test
  void anAccountThatSomebodyHoldsIsLeftToHim() {
    long run = queued("suppliers");
    sql(
        "update connection set holder = gen_random_uuid(), lease_until = now() + interval '1 minute'");

    workOff();

    assertThat(state(run)).isEqualTo("QUEUED");
    assertThat(work.workOff(account)).isZero();
    assertThat(iiko.use().logins()).isZero();
  }

  @Test
  void whatADeadInstanceHeldIsTakenOverWhenItsLeaseIsOver() {
    long run = queued("suppliers");
    sql("update run set state = 'RUNNING', attempts = 1, started_at = now()");
    sql(
        "update connection set holder = gen_random_uuid(), lease_until = now() + interval '1 minute'");
    clock.forward(Duration.ofSeconds(61));

    workOff();

    assertThat(state(run)).isEqualTo("SUCCEEDED");
  }

  @Test
  void instancesThatWantOneAccountTogetherHaveOneSession() {
    long run = queued("all");
    iiko.setFault(IikoSandboxClient.DEPARTMENTS, Fault.slow(Duration.ofMillis(300)));

    List<CompletableFuture<Integer>> instances =
        Stream.generate(() -> Meanwhile.ask(() -> work.workOff(account))).limit(4).toList();

    assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    assertThat(state(run)).isEqualTo("SUCCEEDED");
    assertThat(iiko.use().logins()).isEqualTo(1);
    assertThat(iiko.use().concurrent()).isZero();
    assertThat(iiko.use().slotsHeld()).isZero();
  }

  @Test
  void manyAccountsAreWorkedOffByFewThreads() {
    List<String> accounts = IntStream.range(0, 10).mapToObj(i -> newAccount()).toList();
    accounts.forEach(
        name -> {
          connected(name, server(name));
          as(name, ADMIN).post(at(name, "/sync/stores")).then().statusCode(202);
        });

    workOff();

    assertThat(texts("select distinct state from run")).containsExactly("SUCCEEDED");
  }

  @Test
  void aRunThatIsWorkedOnIsCancelledSoonAndGivesItsSlotBack() {
    iiko.bulk(IikoBulk.suppliers(30_000));
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.trickle(64_000, Duration.ofMillis(50)));
    long run = queued("suppliers");
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where piece_seen > 0");

    as(account, ADMIN)
        .post(at(account, "/runs/" + run + "/cancel"))
        .then()
        .statusCode(200)
        .body("cancel_requested", equalTo(true));

    assertThat(working.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1);
    run(run).body("state", equalTo("CANCELLED")).body("parts[0].state", equalTo("CANCELLED"));
    iiko.awaitUse(use -> use.slotsHeld() == 0, SOON);
    assertThat(text("select count(*) > 0 from supplier")).isEqualTo("true");
    assertThat(text("select created || ' ' || seen from part"))
        .isEqualTo(text("select count(*) || ' ' || count(*) from supplier"));
    assertThat(text("select count(*) from supplier where gone_at is not null")).isEqualTo("0");
  }

  @Test
  void piecesWithoutAnyInvoiceDoNotHideThatARunIsNotWanted() {
    iiko.setFault(IikoSandboxClient.INVOICES, Fault.slow(Duration.ofMillis(300)));
    long run = queued("invoices", "{\"from\": \"2001-01-01\", \"to\": \"2005-12-31\"}");
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where state = 'RUNNING'");

    as(account, ADMIN).post(at(account, "/runs/" + run + "/cancel")).then().statusCode(200);

    assertThat(working.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1);
    run(run).body("state", equalTo("CANCELLED"));
    iiko.awaitUse(use -> use.slotsHeld() == 0, SOON);
  }

  @Test
  void aRunThatSomebodyElseHasTakenOverIsLeft() {
    iiko.bulk(IikoBulk.suppliers(30_000));
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.trickle(64_000, Duration.ofMillis(50)));
    long run = queued("suppliers");
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where piece_seen > 0");

    sql("update run set attempts = attempts + 1");

    working.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(state(run)).isEqualTo("RUNNING");
    assertThat(text("select error from run")).isNull();
  }

  @Test
  void aRunThatIsCutOffAgainAndAgainEnds() {
    long run = queued("suppliers");
    sql("update run set state = 'RUNNING', attempts = 25, started_at = now()");

    workOff();

    run(run).body("state", equalTo("FAILED")).body("error_code", equalTo("INTERRUPTED"));
  }

  @Test
  void handOversAreNoTries() {
    long run = queued("suppliers");
    sql("update run set attempts = 30, hand_overs = 30");
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));

    workOff();

    run(run).body("state", equalTo("QUEUED")).body("attempts", equalTo(1));
  }
}
