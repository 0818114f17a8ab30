package com.partnerbridges.xendit.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReconciliationTest extends ServiceTest {

  private static final String JOB = "/internal/jobs/due-work";

  private static final PayOptions LOST = PayOptions.USUAL.asLost();

  @Test
  void aLostWebhookIsMadeUpForWithinMinutes() {
    String id = pending();
    xendit.pay(id, LOST.paidAt(Instant.parse("2026-01-31T08:31:00Z")));
    clock.forward(Duration.ofSeconds(61));

    int settled = dueWork();

    assertThat(settled).isEqualTo(1);
    poll(id)
        .then()
        .body("data.tr_status", equalTo("COMPLETED"))
        .body("data.tr_paid_at", equalTo("2026-01-31T08:31:00Z"));
    assertThat(text("select source from payments")).isEqualTo("LISTING");
  }

  @Test
  void whatIsPendingIsAskedForRarelyAndALastTimeBeforeItExpires() {
    pending();

    for (int second = 0; second < 1000; second += 10) {
      dueWork();
      clock.forward(Duration.ofSeconds(10));
    }

    assertThat(xendit.calls("payments")).hasSizeBetween(3, 5);
    assertThat(count("select count(*) from transactions where tr_status = 'EXPIRED'")).isEqualTo(1);
  }

  @Test
  void nothingExpiresBeforeItsGraceIsOver() {
    String id = pending();
    clock.forward(Duration.ofMinutes(15).plusSeconds(29));

    dueWork();

    assertThat(status(id)).isEqualTo("PENDING");
  }

  @Test
  void paidAtTheLastLookMeansCompleted() {
    String id = pending();
    xendit.pay(id, LOST);
    clock.forward(PAST_EXPIRY);

    dueWork();

    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(xendit.calls("payments")).hasSize(1);
  }

  @Test
  void aLatePaymentWhoseWebhookIsLostIsFoundLater() {
    String id = expired();
    xendit.pay(id, LOST.forced());
    clock.forward(Duration.ofMinutes(61));

    dueWork();

    assertThat(status(id)).isEqualTo("EXPIRED");
    assertThat(attention().getList("data.kind")).containsExactly("LATE_PAYMENT");
    clock.forward(Duration.ofDays(1));
    assertThat(dueWork()).isZero();
  }

  @Test
  void aCodeThatIsPaidAfterItWasDeclinedIsFoundThoughItsWebhookIsLost() {
    String id = pending();
    xendit.pay(id, PayOptions.USUAL.status("FAILED"));
    xendit.pay(id, LOST.forced());
    clock.forward(Duration.ofHours(2));

    dueWork();

    assertThat(status(id)).isEqualTo("FAILED");
    assertThat(attention().getList("data.kind")).containsExactly("LATE_PAYMENT");
  }

  @Test
  void anotherAmountAtTheLastLookExpiresItAndIsFlagged() {
    String id = pending();
    xendit.pay(id, LOST.amount(1000));
    clock.forward(PAST_EXPIRY);

    dueWork();

    assertThat(status(id)).isEqualTo("EXPIRED");
    assertThat(attention().getList("data.kind")).containsExactly("WRONG_AMOUNT");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 429, 400})
  void nothingExpiresWhileXenditCannotTell(int trouble) {
    String id = pending();
    xendit.setFault("payments", Fault.status(trouble));
    clock.forward(PAST_EXPIRY);

    dueWork();

    assertThat(status(id)).isEqualTo("PENDING");
    xendit.clearFaults();
    clock.forward(Duration.ofMinutes(5));
    dueWork();
    assertThat(status(id)).isEqualTo("EXPIRED");
  }

  @Test
  void xenditIsAskedThreeTimesInOneLook() {
    pending();
    xendit.setFault("payments", Fault.status(500));
    clock.forward(PAST_EXPIRY);

    dueWork();

    assertThat(xendit.calls("payments")).hasSize(3);
  }

  @Test
  void aPersonIsToldWhenXenditIsSilentForADay() {
    pending();
    xendit.setFault("payments", Fault.dropBefore());
    clock.forward(Duration.ofHours(25));

    dueWork();

    assertThat(attention().getList("data.kind")).containsExactly("XENDIT_SILENT");
  }

  @Test
  void aTransactionWhoseCreateCallWasNeverAnsweredFails() {
    String id = pending();
    pool.query("update transactions set tr_qr_id = null, tr_qris_string = null").executeAndAwait();
    clock.forward(Duration.ofSeconds(61));

    dueWork();

    assertThat(status(id)).isEqualTo("FAILED");
    assertThat(text("select tr_reason from transactions")).isEqualTo("CREATE_ANSWER_LOST");
    assertThat(xendit.calls("create")).hasSize(1);
  }

  @Test
  void whatIsSettledIsNeverAskedForAgain() {
    completed();
    clock.forward(PAST_EXPIRY);

    int settled = dueWork();

    assertThat(settled).isZero();
    assertThat(xendit.calls("payments")).isEmpty();
  }

  @Test
  void manyDueTransactionsAreWorkedOffInOneGo() {
    IntStream.range(0, 30).forEach(i -> pending());
    clock.forward(PAST_EXPIRY);

    int settled = dueWork();

    assertThat(settled).isEqualTo(30);
    assertThat(xendit.calls("payments")).hasSize(30);
    assertThat(count("select count(*) from transactions where tr_status = 'EXPIRED'"))
        .isEqualTo(30);
  }

  @Test
  void expiryAndWebhooksRaceToOneTransitionEach() {
    List<String> ids = IntStream.range(0, 40).mapToObj(i -> pending()).toList();
    pool.query(
            """
            create table if not exists moves (tr_external_id text, was text, became text);
            truncate moves;
            create or replace function note_move() returns trigger language plpgsql as $$
            begin
              insert into moves values (new.tr_external_id, old.tr_status, new.tr_status);
              return null;
            end $$;
            create or replace trigger note after update of tr_status on transactions
              for each row when (old.tr_status is distinct from new.tr_status)
              execute function note_move()""")
        .executeAndAwait();
    xendit.setFault("payments", Fault.slow(Duration.ofMillis(30)));
    clock.forward(PAST_EXPIRY);

    List<CompletableFuture<Integer>> workers =
        IntStream.range(0, 4).mapToObj(i -> Meanwhile.ask(() -> dueWork())).toList();
    ids.forEach(id -> xendit.pay(id, PayOptions.USUAL.forced().inBackground()));
    workers.forEach(CompletableFuture::join);
    ids.forEach(id -> xendit.awaitDeliveries(id, all -> !all.isEmpty(), Duration.ofSeconds(20)));
    pool.query("drop trigger note on transactions").executeAndAwait();

    assertThat(count("select count(*) from moves")).isEqualTo(40);
    assertThat(count("select count(*) from moves where was <> 'PENDING'")).isZero();
    assertThat(count("select count(*) from transactions where tr_status = 'PENDING'")).isZero();
    assertThat(count("select count(*) from attention where kind = 'LATE_PAYMENT'"))
        .isEqualTo(count("select count(*) from transactions where tr_status = 'EXPIRED'"));
    assertThat(count("select count(*) from attention where kind <> 'LATE_PAYMENT'")).isZero();
  }

  @Test
  void theJobIsForSchedulersAndAtlasIsNotAskedForTheirs() {
    given().header("X-API-Key", OPERATOR_KEY).post(JOB).then().statusCode(200);
    as(ADMIN).post(JOB).then().statusCode(401);
    given().cookie("ATLASTOKEN", ADMIN).post(JOB).then().statusCode(401);
    given().post(JOB).then().statusCode(401);
    given().header("X-API-Key", "wrong").post(JOB).then().statusCode(401);

    assertThat(atlas.calls("me")).isEmpty();
  }
}
