package com.partnerbridges.xendit.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefundTest extends RefundDesk {

  @Test
  void aPaidTransactionIsRefundedInFull() {
    String id = completed();

    Response response = refund(id, ALL);

    response
        .then()
        .statusCode(201)
        .body("data.status", equalTo("PENDING"))
        .body("data.amount", equalTo(40000))
        .body("data.xendit_id", startsWith("qrrf_"));
    assertThat(xendit.refunds()).hasSize(1);
  }

  @Test
  void xenditsWebhookSettlesIt() {
    refund(completed(), ALL);

    xendit.settleRefund(xenditRefund().id(), "SUCCEEDED");

    assertThat(text("select status from refunds")).isEqualTo("SUCCEEDED");
    assertThat(count("select count(*) from attention")).isZero();
  }

  @Test
  void aLatePaymentIsRefundedAndItsItemResolved() {
    String id = expired();
    xendit.pay(id, PayOptions.USUAL.forced());

    Response response = refund(id, ALL);

    response.then().statusCode(201);
    assertThat(attention().getInt("total")).isZero();
    assertThat(text("select decision from attention")).isEqualTo("REFUNDED");
    assertThat(status(id)).isEqualTo("EXPIRED");
  }

  @Test
  void aPaymentIsRefundedOnce() {
    String id = completed();
    refund(id, ALL);

    Response response = refund(id, ALL);

    response
        .then()
        .statusCode(409)
        .body("details.code", equalTo("ALREADY_REFUNDED"))
        .body("details.refund_status", equalTo("PENDING"));
    assertThat(xendit.calls("refund")).hasSize(1);
  }

  @Test
  void tenWishesAtOnceAreOneRefund() {
    String id = completed();

    List<Integer> statuses =
        IntStream.range(0, 10)
            .mapToObj(i -> Meanwhile.ask(() -> refund(id, ALL).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(xendit.calls("refund")).hasSize(1);
  }

  @Test
  void aPartMayBeRefundedAndNoMoreThanWasPaid() {
    String id = completed();

    Response tooMuch = refund(id, Map.of("reason", "x", "amount", 40_001));
    Response part = refund(id, Map.of("reason", "x", "amount", 15_000));

    tooMuch.then().statusCode(422).body("details.code", equalTo("AMOUNT_TOO_LARGE"));
    part.then().statusCode(201).body("data.amount", equalTo(15_000));
  }

  @Test
  void whatWasNotPaidIsNotRefunded() {
    refund(pending(), ALL).then().statusCode(409).body("details.code", equalTo("NOT_PAID"));
    refund("TRX-1-20260131083000-0A1B2C3D", ALL).then().statusCode(404);
  }

  @Test
  void ofTwoPaymentsOneMustBeNamed() {
    String id = completed();
    String second = xendit.pay(id, PayOptions.USUAL.forced()).paymentId();

    Response open = refund(id, ALL);
    Response named = refund(id, Map.of("reason", "Paid twice.", "payment_id", second));

    open.then()
        .statusCode(409)
        .body("details.code", equalTo("WHICH_PAYMENT"))
        .body("details.payment_ids", hasSize(2));
    named.then().statusCode(201).body("data.payment_id", equalTo(second));
    assertThat(attention().getInt("total")).isZero();
  }

  @Test
  void aFailedRefundIsFlaggedAndMayBeAskedForAgain() {
    String id = completed();
    refund(id, ALL);

    xendit.settleRefund(xenditRefund().id(), "FAILED");

    assertThat(attention().getList("data.kind")).containsExactly("REFUND_FAILED");
    refund(id, ALL).then().statusCode(201);
  }

  @Test
  void aFailedRefundOpensAgainWhatItHadResolved() {
    String id = expired();
    xendit.pay(id, PayOptions.USUAL.forced());
    refund(id, ALL);

    xendit.settleRefund(xenditRefund().id(), "FAILED");

    assertThat(attention().getList("data.kind"))
        .containsExactlyInAnyOrder("REFUND_FAILED", "LATE_PAYMENT");
    int late = attention().getInt("data.find { it.kind == 'LATE_PAYMENT' }.id");
    resolve(late, "HONOURED").then().statusCode(200);
  }

  @Test
  void aRefundThatSucceedsResolvesTheTroublesOfEarlierOnes() {
    String id = completed();
    refund(id, ALL);
    xendit.settleRefund(xenditRefund().id(), "FAILED");
    refund(id, ALL);

    xendit.settleRefund(xenditRefund().id(), "SUCCEEDED");

    assertThat(attention().getInt("total")).isZero();
  }

  @Test
  void aRefundMadeElsewhereIsFlagged() {
    completed();
    byte[] body =
        "{\"event\":\"qr.refund\",\"data\":{\"id\":\"qrrf_9\",\"qrpy_id\":\"qrpy_9\",\"status\":\"SUCCEEDED\"}}"
            .getBytes();

    xendit.send(body, Map.of("x-callback-token", "sandbox-callback-token"));

    assertThat(attention().getList("data.kind")).containsExactly("UNKNOWN_REFUND");
  }
}
