package com.partnerbridges.iute.reconciliation;

import static com.partnerbridges.dev.sandbox.iute.WebhookOptions.FAITHFUL;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iute.ServiceTest;
import com.partnerbridges.shared.state.DueTasks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationTest extends ServiceTest {

  private static final Duration FIRST = Duration.ofMinutes(2).plusSeconds(1);

  @Inject DueTasks timer;

  @Test
  void aYoungPaymentIsNotAskedFor() {
    pending();
    clock.forward(Duration.ofSeconds(110));

    assertThat(dueWork()).isZero();
  }

  @Test
  void aLostConfirmationIsFound() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.asLost());
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(causes(orderId)).endsWith("poll");
  }

  @Test
  void aLostCancellationIsFound() {
    String orderId = pending();
    iute.cancel(orderId, FAITHFUL.asLost());
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("CANCELLED");
  }

  @Test
  void thePollsPaidAndTheWebhooksConfirmationAreOneThing() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.asLost());
    clock.forward(FIRST);
    dueWork();

    iute.approve(orderId);

    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(attention().getList("items")).isEmpty();
  }

  @Test
  void aSigningCustomerIsInProgress() {
    String orderId = pending();
    iute.start(orderId);
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void thePausesDoubleUpToHalfAnHour() {
    pending();
    List<Long> askedAtMinute = new ArrayList<>();
    for (int minute = 1; minute <= 150; minute++) {
      clock.forward(Duration.ofMinutes(1));
      if (dueWork() > 0) {
        askedAtMinute.add((long) minute);
      }
    }

    // after 2, then 4, 8, 16, 30, 30, 30, 30 minutes, each seen within its minute
    assertThat(pauses(askedAtMinute)).isEqualTo("2 4 8 16 30 30 30 30");
  }

  @Test
  void anOrderThatIuteNeverGotIsPostedAgain() {
    String orderId = newOrderId();
    iute.setFault("create", Fault.dropBefore());
    create(wish(orderId)).then().statusCode(502);
    iute.clearFaults();
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("PENDING");
    assertThat(iute.order(orderId).orderId()).isEqualTo(orderId);
  }

  @Test
  void anOrderWhoseAnswerWasLostIsNotPostedAgain() {
    String orderId = newOrderId();
    iute.setFault("create", Fault.dropAfter());
    create(wish(orderId)).then().statusCode(502);
    iute.clearFaults();
    int posted = iute.calls("create").size();
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("PENDING");
    assertThat(iute.calls("create")).hasSize(posted);
  }

  @Test
  void anOrderThatIuteLostIsLookedAt() {
    String orderId = pending();
    iute.reset();
    clock.forward(FIRST);

    dueWork();

    assertThat(status(orderId)).isEqualTo("PENDING");
    assertThat(attention().getList("items.kind")).containsExactly("LOST_AT_IUTE");
  }

  @Test
  void aPaymentThatDoesNotMoveIsLookedAtAndNoLongerAskedFor() {
    pending();
    clock.forward(Duration.ofHours(49));
    dueWork();
    clock.forward(Duration.ofHours(49));

    assertThat(dueWork()).isZero();

    assertThat(attention().getList("items.kind")).containsExactly("NOT_MOVING");
  }

  @Test
  void aPaymentThatJustMovedIsNotGivenUp() {
    String orderId = pending();
    iute.start(orderId);
    clock.forward(Duration.ofHours(49));

    dueWork();

    assertThat(status(orderId)).isEqualTo("IN_PROGRESS");
    assertThat(attention().getList("items")).isEmpty();
  }

  @Test
  void whatAPersonDismissedIsNotRaisedAgain() {
    pending();
    iute.reset();
    clock.forward(FIRST);
    dueWork();
    as(OPERATOR)
        .body(java.util.Map.of("decision", "DISMISSED", "note", "Iute looks into it."))
        .post("/attention/{id}/resolve", attention().getInt("items[0].id"))
        .then()
        .statusCode(200);
    clock.forward(Duration.ofMinutes(5));

    assertThat(dueWork()).isEqualTo(1);

    assertThat(attention().getList("items")).isEmpty();
  }

  @Test
  void aWebhookStillSettlesWhatWasGivenUp() {
    String orderId = pending();
    clock.forward(Duration.ofHours(49));
    dueWork();
    clock.reset();

    iute.approve(orderId);

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void whileIuteIsAwayNothingIsConcluded() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.asLost());
    iute.setFault("status", Fault.status(503));
    clock.forward(FIRST);
    dueWork();
    assertThat(status(orderId)).isEqualTo("PENDING");

    iute.clearFaults();
    clock.forward(Duration.ofMinutes(5));
    dueWork();

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void manyWorkersAskForEachPaymentOnce() {
    IntStream.range(0, 60).parallel().forEach(i -> pending());
    clock.forward(FIRST);

    int settled =
        IntStream.range(0, 8).mapToObj(i -> Meanwhile.ask(ServiceTest::dueWork)).toList().stream()
            .mapToInt(CompletableFuture::join)
            .sum();

    assertThat(settled).isEqualTo(60);
    assertThat(iute.calls("status")).hasSize(60);
  }

  @Test
  void jobsAndTimersAtOnceAskForEachPaymentOnce() {
    IntStream.range(0, 60).parallel().forEach(i -> pending());
    clock.forward(FIRST);

    IntStream.range(0, 9)
        .mapToObj(i -> Meanwhile.run(wakers().get(i % wakers().size())))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(iute.calls("status")).hasSize(60);
  }

  private List<Runnable> wakers() {
    return List.of(
        ServiceTest::dueWork,
        () -> as(OPERATOR).post("/internal/jobs/reconciliation").then().statusCode(200),
        () -> timer.tick().await().indefinitely());
  }

  @Test
  void aDeadWorkersLeaseRunsOut() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.asLost());
    clock.forward(FIRST);
    // a claim that nobody finishes
    pool.query(
            "update payment set checks = checks + 1, next_check_at = next_check_at + interval '2 min'")
        .executeAndAwait();
    assertThat(dueWork()).isZero();

    clock.forward(Duration.ofMinutes(3));
    dueWork();

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  private static List<String> causes(String orderId) {
    return as(POS).get("/payment_status/{id}", orderId).jsonPath().getList("history.cause");
  }

  private static String pauses(List<Long> minutes) {
    StringBuilder pauses = new StringBuilder();
    long before = 0;
    for (long minute : minutes) {
      long pause = minute - before;
      pauses.append(pauses.isEmpty() ? "" : " ").append(pause);
      before = minute;
    }
    return pauses.toString();
  }
}
