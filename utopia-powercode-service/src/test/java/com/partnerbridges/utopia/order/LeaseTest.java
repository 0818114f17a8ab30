package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two workers on one database, and one that is thought dead: its instance stood still for longer
 * than the lease, as one does whose CPU sleeps, and goes on where it was when it wakes.
 */
@QuarkusTest
class LeaseTest extends ServiceTest {

  /** Shorter than the read time-outs, and long enough for another worker's whole order. */
  private static final Duration LATE = Duration.ofMillis(850);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void workersAtOnceDoEverythingOnce() {
    List<String> refs = Stream.generate(this::received).limit(30).toList();

    Stream.generate(() -> Meanwhile.ask(ServiceTest::dueWork)).limit(4).toList().stream()
        .forEach(CompletableFuture::join);

    assertThat(refs).allSatisfy(this::assertEverythingOnce);
    assertThat(powercode.done("createCustomer")).isEqualTo(30);
    assertThat(powercode.done("addCustomerService")).isEqualTo(60);
    assertThat(powercode.done("createTicket")).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup", "readCustomer", "searchCustomers", "createCustomer", "addTag"})
  void whoWakesAfterItsLeaseDoesNothingTwice(String action) {
    String ref = received();
    CompletableFuture<Integer> sleeper = asleepIn(action);

    dueWork();

    sleeper.join();
    assertEverythingOnce(ref);
    assertThat(powercode.done("createCustomer")).isOne();
    assertThat(texts("select kind from letter")).containsExactly("DONE");
  }

  @Test
  void whoWakesAfterItsLeaseDoesNotRepeatACreateWithoutGeocoding() {
    String ref = received(UtopiaOrder.usual(newRef()).address("1 GEOFAIL ROAD", "", "OREM"));
    CompletableFuture<Integer> sleeper = asleepIn("createCustomer");

    dueWork();

    sleeper.join();
    assertEverythingOnce(ref);
    assertThat(powercode.done("createCustomer")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"addCustomerService", "createTicket"})
  void aChargeThatIsUnderWayIsAPersonsQuestionAndStaysOne(String action) {
    String ref = received();
    CompletableFuture<Integer> sleeper = asleepIn(action);

    dueWork();

    sleeper.join();
    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(steps(ref)).filteredOn(step -> step.endsWith(" UNCLEAR")).hasSize(1);
    assertThat(powercode.calls(action)).hasSize(1);
    assertThat(texts("select kind from letter")).containsExactly("NEEDS_ATTENTION");
    String step = text("select name from step where state = 'UNCLEAR'");
    as(OPERATOR)
        .body("{\"step\":\"%s\",\"result\":\"1\"}".formatted(step))
        .post("/orders/" + ref + "/step")
        .then()
        .statusCode(200);
    dueWork();
    assertEverythingOnce(ref);
  }

  /** A worker whose call is done, who hears of it only after its lease. */
  private CompletableFuture<Integer> asleepIn(String action) {
    ControlClient partner = action.equals("lookup") ? utopia : powercode;
    partner.setFault(action, Fault.lateAnswer(LATE).times(1));
    CompletableFuture<Integer> sleeper = Meanwhile.ask(ServiceTest::dueWork);
    ControlHttp.await(
        "call of " + action,
        PATIENCE,
        () -> Optional.of(partner.faults()).filter(faults -> !faults.containsKey(action)));
    clock.forward(PAST_LEASE);
    return sleeper;
  }

  private void assertEverythingOnce(String ref) {
    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(account(ref).services())
        .extracting(PowercodeService::serviceId)
        .containsExactly("164", "172");
    assertThat(account(ref).tickets()).hasSize(1);
    assertThat(account(ref).tags()).contains("UTOPIA", "Fiber");
  }
}
