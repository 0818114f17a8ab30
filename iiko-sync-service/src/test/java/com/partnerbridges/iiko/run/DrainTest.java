package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.iiko.sync.Patience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An instance that ends leaves its runs to others, and no licence slot behind. */
@QuarkusTest
class DrainTest extends SyncTest {

  private static final Duration LIMIT = Duration.ofSeconds(8);

  @Inject AccountSessions sessions;
  @Inject WorkRepository runs;
  @Inject RunWork work;
  @Inject Patience patience;
  @Inject RunLog log;
  @Inject IikoConfig config;

  @Test
  void whatIsUnderWayStopsLogsOutAndIsLeftToOthers() {
    iiko.bulk(IikoBulk.suppliers(30_000));
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.trickle(64_000, Duration.ofMillis(100)));
    long run = queued("suppliers");
    Drain drain = new Drain(LIMIT);
    CompletableFuture<Integer> working = instance(drain);
    await("select 1 from part where piece_seen > 0");

    drain.end(new ShutdownEvent());

    assertThat(working).isDone();
    assertThat(state(run)).isEqualTo("QUEUED");
    assertThat(iiko.use().slotsHeld()).isZero();
    iiko.clearFaults();
    workOff();
    assertThat(state(run)).isEqualTo("SUCCEEDED");
    assertThat(counts("suppliers")).isEqualTo("30005 0 0 0 0");
    assertThat(text("select seen from part")).isEqualTo("30005");
    run(run).body("attempts", equalTo(1));
  }

  @Test
  void aSilentServerIsNotWaitedFor() {
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.slow(Duration.ofSeconds(60)));
    long run = queued("suppliers");
    Drain drain = new Drain(Duration.ofSeconds(1));
    CompletableFuture<Integer> working = instance(drain);
    await("select 1 from part where state = 'RUNNING'");
    iiko.awaitUse(use -> use.open() == 1, LIMIT);

    drain.end(new ShutdownEvent());

    working.orTimeout(1, TimeUnit.SECONDS).join();
    assertThat(state(run)).isEqualTo("QUEUED");
    assertThat(text("select error from run")).isNull();
  }

  @Test
  void anInstanceThatEndsBeginsNothing() {
    long run = queued("suppliers");
    Drain drain = new Drain(LIMIT);
    drain.end(new ShutdownEvent());

    instance(drain).join();

    assertThat(state(run)).isEqualTo("QUEUED");
    assertThat(iiko.use().logins()).isZero();
  }

  /** One more instance, with an end of its own. */
  private CompletableFuture<Integer> instance(Drain drain) {
    AccountWork accounts = new AccountWork(sessions, runs, work, patience, drain);
    Workers workers = new Workers(runs, accounts, patience, drain, log, config);
    return Meanwhile.ask(
        () -> workers.wake().flatMap(woken -> workers.idle()).await().indefinitely());
  }
}
