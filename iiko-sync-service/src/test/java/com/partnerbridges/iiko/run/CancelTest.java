package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** Whoever cancels a run does not wait for its server. */
@QuarkusTest
@TestProfile(CancelTest.LongSilence.class)
class CancelTest extends SyncTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  /** Much longer than anybody would wait. */
  public static class LongSilence implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("IIKO_READ_TIMEOUT", "60s");
    }
  }

  @Inject AccountWork work;

  @Test
  void aSilentServerKeepsNobodyFromCancelling() {
    cancelled(Fault.slow(Duration.ofSeconds(50)));
  }

  @Test
  void aServerThatDripsKeepsNobodyFromCancelling() {
    cancelled(Fault.trickle(1, Duration.ofSeconds(50)));
  }

  @Test
  void theNextRunIsDoneInTheSameSession() {
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.slow(Duration.ofSeconds(50)));
    long unwanted = queued("suppliers");
    long next = queued("stores");

    CompletableFuture<Integer> working = cancelUnderWay(unwanted);

    assertThat(working.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo(2);
    assertThat(state(unwanted)).isEqualTo("CANCELLED");
    assertThat(state(next)).isEqualTo("SUCCEEDED");
    assertThat(iiko.use().logins()).isEqualTo(1);
  }

  private void cancelled(Fault fault) {
    iiko.setFault(IikoSandboxClient.SUPPLIERS, fault);
    long run = queued("suppliers");

    CompletableFuture<Integer> working = cancelUnderWay(run);

    assertThat(working.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo(1);
    run(run).body("state", equalTo("CANCELLED")).body("parts[0].state", equalTo("CANCELLED"));
    assertThat(iiko.use().logouts()).isEqualTo(1);
    assertThat(iiko.use().slotsHeld()).isZero();
    assertThat(text("select concat(holder, session_sealed) from connection")).isEmpty();
    assertThat(text("select count(*) from request_log where operation = 'suppliers'"))
        .isEqualTo("1");
  }

  private CompletableFuture<Integer> cancelUnderWay(long run) {
    CompletableFuture<Integer> working = Meanwhile.ask(() -> work.workOff(account));
    await("select 1 from part where state = 'RUNNING'");
    iiko.awaitUse(use -> use.open() == 1, SOON);
    as(account, ADMIN).post(at(account, "/runs/" + run + "/cancel")).then().statusCode(200);
    return working;
  }
}
