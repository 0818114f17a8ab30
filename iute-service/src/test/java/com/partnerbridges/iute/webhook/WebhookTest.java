package com.partnerbridges.iute.webhook;

import static com.partnerbridges.dev.sandbox.iute.WebhookOptions.FAITHFUL;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.partnerbridges.dev.sandbox.iute.Told;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookTest extends ServiceTest {

  @Test
  void aConfirmationPays() {
    String orderId = pending();

    Told told = iute.approve(orderId);

    assertThat(answers(told)).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("PAID");
    as(READER)
        .get("/payments/{id}", orderId)
        .then()
        .body("payment.loanAmount", equalTo(100.5f))
        .body("deliveries", hasSize(1))
        .body("deliveries[0].outcome", equalTo("APPLIED"))
        .body("deliveries[0].body", startsWith("{"));
  }

  @Test
  void aCancellationCancelsAndKeepsTheReason() {
    String orderId = pending();

    Told told = iute.cancel(orderId);

    assertThat(answers(told)).containsExactly(200);
    as(POS)
        .get("/payment_status/{id}", orderId)
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("reason.length()", org.hamcrest.Matchers.greaterThan(3));
  }

  @Test
  void theRawBytesAreVerifiedNotTheirMeaning() {
    String orderId = pending();

    Told told = iute.approve(orderId, FAITHFUL.oddWhitespace());

    assertThat(answers(told)).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void duplicatesHaveOneEffectAndAreAllAnswered() {
    String orderId = pending();

    Told told = iute.approve(orderId, FAITHFUL.duplicates(19).atOnce());

    assertThat(answers(told)).hasSize(20).containsOnly(200);
    assertThat(count("select count(*) from delivery")).isEqualTo(1);
    assertThat(count("select copies from delivery")).isEqualTo(20);
    assertThat(count("select count(*) from payment_event where to_status = 'PAID'")).isEqualTo(1);
  }

  @Test
  void theSameNoticeSignedAnewIsADuplicate() {
    String orderId = pending();
    iute.approve(orderId);
    clock.forward(Duration.ofHours(2));

    assertThat(answers(iute.redeliver(orderId))).containsExactly(200);

    assertThat(count("select count(*) from delivery")).isEqualTo(1);
    assertThat(attention().getList("items")).isEmpty();
  }

  @Test
  void anotherAmountIsHeldForAPerson() {
    String orderId = pending();

    Told told = iute.approve(orderId, FAITHFUL.loanAmount("99.99"));

    assertThat(answers(told)).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("ON_HOLD");
    assertThat(attention().getList("items.kind")).containsExactly("AMOUNT_DIFFERS");
    assertThat(attention().getString("items[0].detail")).contains("99.99", "100.50 EUR");
  }

  @Test
  void aConfirmationWithoutAnAmountIsHeldForAPerson() {
    String orderId = pending();

    iute.approve(orderId, FAITHFUL.noLoanAmount());

    assertThat(status(orderId)).isEqualTo("ON_HOLD");
    assertThat(attention().getList("items.kind")).containsExactly("AMOUNT_MISSING");
  }

  @Test
  void theSameAmountWithOtherDecimalsAgrees() {
    String orderId = pending();

    iute.approve(orderId, FAITHFUL.loanAmount("100.5000"));

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void anAmountAsTextAgrees() {
    String orderId = pending();

    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":\"100.50\"}", orderId);

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void aCancellationAfterPaidNeverFlipsIt() {
    String orderId = pending();
    iute.approve(orderId);

    Told told = iute.cancel(orderId);

    assertThat(answers(told)).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(attention().getList("items.kind")).containsExactly("CANCELLED_WHEN_PAID");
  }

  @Test
  void aConfirmationAfterCancelledNeverFlipsIt() {
    String orderId = pending();
    iute.cancel(orderId);

    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":100.5}", orderId);

    assertThat(status(orderId)).isEqualTo("CANCELLED");
    assertThat(attention().getList("items.kind")).containsExactly("CONFIRMED_WHEN_CANCELLED");
  }

  @Test
  void anotherAmountAfterPaidIsLookedAt() {
    String orderId = pending();
    iute.approve(orderId);

    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":1}", orderId);

    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(attention().getList("items.kind")).containsExactly("OTHER_AMOUNT_WHEN_PAID");
  }

  @Test
  void anUnknownOrderIsStoredAndLookedAt() {
    List<Delivery> delivered =
        deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":5}", "never-seen");

    assertThat(delivered).extracting(Delivery::status).containsExactly(200);
    assertThat(attention().getList("items.kind")).containsExactly("UNKNOWN_ORDER");
    assertThat(attention().getList("items.orderId")).containsExactly("never-seen");
  }

  @Test
  void aDeliveryThatCameBeforeItsOrderWasKnownCountsOnceItIs() {
    String orderId = newOrderId();
    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":100.5}", orderId);
    create(wish(orderId)).then().statusCode(200);

    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":100.5}", orderId);

    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(count("select count(*) from delivery")).isEqualTo(1);
  }

  @Test
  void aLongerOrderIdIsNotMistakenForItsBeginning() {
    String orderId = "o".repeat(64);
    create(wish(orderId)).then().statusCode(200);

    deliver("/iute/cancellation", "{\"orderId\":\"%s\"}", orderId + "x");

    assertThat(status(orderId)).isEqualTo("PENDING");
    assertThat(attention().getList("items.kind")).containsExactly("UNKNOWN_ORDER");
  }

  @Test
  void whatIuteSignedButCannotBeReadIsStoredAndLookedAt() {
    for (String body :
        List.of("[]", "{", "\"text\"", "{\"orderId\":null}", "{\"orderId\":{}}", "null", " ")) {
      assertThat(deliver("/iute/cancellation", body, ""))
          .as(body)
          .extracting(Delivery::status)
          .containsExactly(200);
    }

    assertThat(count("select count(*) from delivery where outcome = 'UNREADABLE'")).isEqualTo(7);
    assertThat(attention().getList("items.kind")).hasSize(7).containsOnly("UNREADABLE");
  }

  @Test
  void oddTextInSignedBodiesIsBearable() {
    String orderId = pending();

    List<Delivery> delivered =
        deliver(
            "/iute/cancellation",
            "{\"orderId\":\"%s\",\"description\":\"a\\u0000b\\ud800\",\"loanAmount\":null}",
            orderId);

    assertThat(delivered).extracting(Delivery::status).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("CANCELLED");
  }

  @Test
  void anAbsurdAmountIsHeld() {
    String orderId = pending();

    deliver("/iute/confirmation", "{\"orderId\":\"%s\",\"loanAmount\":1e999999999}", orderId);

    assertThat(status(orderId)).isEqualTo("ON_HOLD");
  }

  @Test
  void aWrongKeyChangesNothingAndStoresNothing() {
    String orderId = pending();

    Told told = iute.approve(orderId, FAITHFUL.signedWithWrongKey());

    assertThat(answers(told)).containsExactly(400);
    assertThat(told.deliveries().get(0).answer()).contains("SIGNATURE_WRONG");
    assertThat(status(orderId)).isEqualTo("PENDING");
    assertThat(count("select count(*) from delivery")).isZero();
  }

  @Test
  void aTimestampTooFarOffIsStaleEitherWay() {
    String orderId = pending();

    assertThat(answers(iute.approve(orderId, FAITHFUL.timestampOffset(Duration.ofHours(-25)))))
        .containsExactly(400);
    assertThat(answers(iute.redeliver(orderId, FAITHFUL.timestampOffset(Duration.ofHours(25)))))
        .containsExactly(400);

    assertThat(status(orderId)).isEqualTo("PENDING");
  }

  @Test
  void missingHeadersAreNamed() {
    given()
        .body("{}")
        .post("/iute/confirmation")
        .then()
        .statusCode(400)
        .body("code", equalTo("SIGNATURE_MISSING"));
  }

  @Test
  void aNewKeyIsFetchedAndNoDeliveryIsLost() {
    iute.approve(pending());
    String orderId = pending();
    clock.forward(Duration.ofSeconds(31));
    iute.rotateKey();

    Told told = iute.approve(orderId);

    assertThat(answers(told)).containsExactly(200);
    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void whileTheNewKeyCannotBeFetchedTheSenderShallComeAgain() {
    iute.approve(pending());
    String orderId = pending();
    clock.forward(Duration.ofSeconds(31));
    iute.rotateKey();
    iute.setFault("pem", Fault.status(503));

    assertThat(answers(iute.approve(orderId))).as("refetch failed").containsExactly(503);
    iute.clearFaults();
    assertThat(answers(iute.redeliver(orderId))).as("refetch not yet").containsExactly(503);
    clock.forward(Duration.ofSeconds(31));
    assertThat(answers(iute.redeliver(orderId))).as("refetched").containsExactly(200);

    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void theLastGoodKeyServesWhileTheKeyServerIsAway() {
    iute.approve(pending());
    String orderId = pending();
    iute.setFault("pem", Fault.dropBefore());
    clock.forward(Duration.ofHours(3));

    Told told = iute.approve(orderId);

    assertThat(answers(told)).containsExactly(200);
  }

  @Test
  void forgeriesCauseOneFetchAtMost() {
    iute.approve(pending());
    String orderId = pending();
    clock.forward(Duration.ofSeconds(31));
    int before = iute.calls("pem").size();

    for (int i = 0; i < 20; i++) {
      iute.approve(orderId, FAITHFUL.signedWithWrongKey());
    }

    assertThat(iute.calls("pem")).hasSize(before + 1);
  }

  private List<Delivery> deliver(String path, String body, String orderId) {
    return iute.sendWebhook(
        "http://127.0.0.1:" + RestAssured.port + path, body.replace("%s", orderId));
  }

  private static List<Integer> answers(Told told) {
    return told.deliveries().stream().map(Delivery::status).toList();
  }
}
