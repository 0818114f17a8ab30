package com.partnerbridges.xendit.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttentionTest extends ServiceTest {

  @BeforeEach
  void noWebhooksOfRefunds() {
    xendit.automaticRefunds(false);
  }

  @Test
  void itemsAreListedNewestFirst() {
    xendit.testAndSave();
    latePayment();

    as(ADMIN)
        .get(API + "/attention?limit=1")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("pages", equalTo(2))
        .body("data[0].kind", equalTo("LATE_PAYMENT"))
        .body("data[0].created_at", notNullValue());
  }

  @Test
  void aLatePaymentIsHonouredWithoutChangingTheStatus() {
    String id = latePayment();

    Response response = resolve(1, Map.of("note", "Pictures given.", "decision", "HONOURED"));

    response.then().statusCode(200).body("data.decision", equalTo("HONOURED"));
    assertThat(count("select count(*) from transactions where tr_honoured_at is not null"))
        .isEqualTo(1);
    assertThat(status(id)).isEqualTo("EXPIRED");
  }

  @Test
  void withoutADecisionAnItemIsNoted() {
    latePayment();

    Response response = resolve(1, Map.of("note", "Guest did not come back."));

    response
        .then()
        .statusCode(200)
        .body("data.decision", equalTo("NOTED"))
        .body("data.note", equalTo("Guest did not come back."))
        .body("data.resolved_by", notNullValue());
    assertThat(count("select count(*) from transactions where tr_honoured_at is not null"))
        .isZero();
  }

  @Test
  void onlyEndedTransactionsAreHonoured() {
    xendit.pay(pending(), PayOptions.USUAL.amount(1));

    Response response = resolve(1, Map.of("note", "x", "decision", "HONOURED"));

    response.then().statusCode(409).body("details.code", equalTo("DECISION_DOES_NOT_FIT"));
  }

  @Test
  void whatIsRefundedIsNotHonoured() {
    String id = latePayment();
    String second = xendit.pay(id, PayOptions.USUAL.forced()).paymentId();
    refund(id, second).then().statusCode(201);

    Response response = resolve(1, Map.of("note", "x", "decision", "HONOURED"));

    response.then().statusCode(409).body("details.code", equalTo("DECISION_DOES_NOT_FIT"));
  }

  @Test
  void whatIsHonouredIsNotRefunded() {
    String id = latePayment();
    resolve(1, Map.of("note", "x", "decision", "HONOURED")).then().statusCode(200);

    Response response = refund(id, null);

    response.then().statusCode(409).body("details.code", equalTo("HONOURED"));
    assertThat(xendit.calls("refund")).isEmpty();
  }

  @Test
  void honouringAndRefundingRaceToOneOfThem() {
    for (int round = 1; round <= 15; round++) {
      String id = latePayment();
      int item = attention().getInt("data[0].id");

      CompletableFuture<Response> honour =
          Meanwhile.ask(() -> resolve(item, Map.of("note", "x", "decision", "HONOURED")));
      int refund = refund(id, null).statusCode();

      assertThat(List.of(honour.join().statusCode() == 200, refund == 201))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void whatWentBackInAnotherWayIsNotRefundedAgain() {
    String id = latePayment();

    resolve(1, Map.of("note", "By bank transfer.", "decision", "REFUNDED")).then().statusCode(200);

    refund(id, null).then().statusCode(409).body("details.code", equalTo("ALREADY_REFUNDED"));
  }

  @Test
  void anItemIsResolvedOnce() {
    latePayment();

    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    Meanwhile.ask(
                        () -> resolve(1, Map.of("note", "x", "decision", "HONOURED")).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    resolve(1, Map.of("note", "y"))
        .then()
        .statusCode(409)
        .body("details.code", equalTo("ALREADY_RESOLVED"));
  }

  @Test
  void unknownItemsAreNotFoundAndANoteIsWanted() {
    resolve(99, Map.of("note", "x")).then().statusCode(404);
    resolve(99, Map.of("note", " ")).then().statusCode(422);
    resolve(99, Map.of("note", "x", "decision", "MAYBE")).then().statusCode(422);
  }

  private String latePayment() {
    String id = expired();
    xendit.pay(id, PayOptions.USUAL.forced());
    return id;
  }

  private static Response refund(String id, String payment) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("reason", "Too late.");
    wish.put("payment_id", payment);
    return as(ADMIN).body(wish).post(API + "/transactions/{id}/refund", id);
  }

  private static Response resolve(long item, Map<String, Object> resolution) {
    return as(ADMIN).body(resolution).post(API + "/attention/{id}/resolve", item);
  }
}
