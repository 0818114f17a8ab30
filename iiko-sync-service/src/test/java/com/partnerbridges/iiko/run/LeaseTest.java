package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Leases that are shorter than a server's silence. */
@QuarkusTest
@TestProfile(LeaseTest.ShortLease.class)
class LeaseTest extends SyncTest {

  /** Much shorter than IIKO_READ_TIMEOUT. */
  public static class ShortLease implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "SYNC_LEASE", "600ms", "SYNC_ACCOUNTS_AT_ONCE", "2", "IIKO_READ_TIMEOUT", "60s");
    }
  }

  @Inject AccountWork work;

  @Test
  void aSilentServerCostsNobodyHisLease() {
    long run = queued("suppliers");
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.slow(Duration.ofMillis(1800)));
    CompletableFuture<Integer> first = Meanwhile.ask(() -> work.workOff(account));
    iiko.awaitCalls(IikoSandboxClient.LOGIN, 1, Duration.ofSeconds(10));

    int second = 0;
    while (!first.isDone()) {
      second += work.workOff(account);
    }

    assertThat(first.join()).isEqualTo(1);
    assertThat(second).isZero();
    assertThat(state(run)).isEqualTo("SUCCEEDED");
    assertThat(iiko.use().concurrent()).isZero();
  }

  @Test
  void whoHasLostHisLeaseStopsAtOnceWithoutAWord() {
    iiko.bulk(IikoBulk.suppliers(30_000));
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.trickle(64_000, Duration.ofMillis(200)));
    long run = queued("suppliers");
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where piece_seen > 0");

    sql(
        "update connection set holder = gen_random_uuid(), lease_until = now() + interval '1 hour'");

    working.orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(state(run)).isEqualTo("RUNNING");
    assertThat(text("select error from run")).isNull();
    assertThat(iiko.use().logouts()).isZero();
    assertThat(text("select lease_until > now() from connection")).isEqualTo("true");
  }

  @Test
  void aSilentServerKeepsNobodyWhoHasLostHisLease() {
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.slow(Duration.ofSeconds(50)));
    long run = queued("suppliers");
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where state = 'RUNNING'");
    iiko.awaitUse(use -> use.open() == 1, Duration.ofSeconds(10));

    sql(
        "update connection set holder = gen_random_uuid(), lease_until = now() + interval '1 hour'");

    working.orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(state(run)).isEqualTo("RUNNING");
    assertThat(iiko.use().logouts()).isZero();
  }

  @Test
  void theNextOwnerFreesTheSlotAndFinishesTheRun() {
    whoHasLostHisLeaseStopsAtOnceWithoutAWord();
    iiko.clearFaults();
    sql("update connection set lease_until = now()");

    workOff();

    assertThat(texts("select state from run")).containsExactly("SUCCEEDED");
    assertThat(text("select seen || ' ' || failed from part")).isEqualTo("30005 0");
    assertThat(iiko.use().slotsHeld()).isZero();
    assertThat(iiko.use().mostSlotsHeld()).isEqualTo(1);
  }
}
