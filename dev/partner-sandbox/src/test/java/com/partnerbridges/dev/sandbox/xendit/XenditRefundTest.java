package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.Delivery;
import java.net.http.HttpResponse;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XenditRefundTest extends XenditRig {
  private String paymentId;

  @BeforeEach
  void pay() throws Exception {
    createV2();
    paymentId = control.pay(reference, PayOptions.USUAL.asLost()).paymentId();
  }

  @Test
  void refundIsPendingFirstAndToldWhenItIsDone() throws Exception {
    HttpResponse<String> answer =
        xendit.refund(paymentId, "{\"amount\": 15000, \"reason\": \"REQUESTED_BY_CUSTOMER\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode refund = XenditWire.json(answer);
    assertThat(refund.get("id").asText()).startsWith("qrrf_");
    assertThat(refund.get("qrpy_id").asText()).isEqualTo(paymentId);
    assertThat(refund.get("status").asText()).isEqualTo("PENDING");
    assertThat(refund.get("currency").asText()).isEqualTo("IDR");
    assertThat(refund.get("payment_amount").asInt()).isEqualTo(40_000);
    assertThat(refund.get("refund_amount").asInt()).isEqualTo(15_000);
    Receiver.Received webhook = awaitWebhooks(1).get(0);
    assertThat(webhook.header("x-callback-token")).isEqualTo("sandbox-callback-token");
    assertThat(body(webhook).get("event").asText()).isEqualTo("qr.refund");
    JsonNode told = body(webhook).get("data");
    assertThat(told.get("id")).isEqualTo(refund.get("id"));
    assertThat(told.get("qrpy_id").asText()).isEqualTo(paymentId);
    assertThat(told.get("reference_id").asText()).isEqualTo(reference);
    assertThat(told.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(told.get("refund_amount").asInt()).isEqualTo(15_000);
    assertThat(told.get("reason").asText()).isEqualTo("REQUESTED_BY_CUSTOMER");
  }

  @Test
  void refundWithoutAmountIsTheWholePayment() throws Exception {
    xendit.refund(paymentId, "{\"reason\": \"late\"}");

    assertThat(control.refunds())
        .singleElement()
        .matches(refund -> refund.refundAmount() == 40_000);
  }

  @Test
  void refundWaitsForTheWordOfControl() throws Exception {
    control.automaticRefunds(false);
    xendit.refund(paymentId, "{\"reason\": \"late\"}");
    String refundId = control.refunds().get(0).id();

    Settled settled = control.settleRefund(refundId, "FAILED");

    assertThat(settled.deliveries()).singleElement().matches(Delivery::accepted);
    assertThat(receiver.received())
        .singleElement()
        .satisfies(
            webhook -> assertThat(body(webhook).at("/data/status").asText()).isEqualTo("FAILED"));
    assertThat(control.refunds().get(0).status()).isEqualTo("FAILED");
  }

  @Test
  void moreThanThePaymentIsNotRefundedInAll() throws Exception {
    xendit.refund(paymentId, "{\"amount\": 30000, \"reason\": \"late\"}");

    HttpResponse<String> tooMuch =
        xendit.refund(paymentId, "{\"amount\": 10001, \"reason\": \"late\"}");

    assertThat(tooMuch.statusCode()).isEqualTo(400);
    assertThat(XenditWire.json(tooMuch).get("error_code").asText())
        .isEqualTo("MAXIMUM_REFUND_AMOUNT_REACHED");
    assertThat(xendit.refund(paymentId, "{\"amount\": 10000, \"reason\": \"late\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void failedRefundMayBeAskedForAgain() throws Exception {
    control.automaticRefunds(false);
    xendit.refund(paymentId, "{\"reason\": \"late\"}");
    control.settleRefund(control.refunds().get(0).id(), "FAILED");

    HttpResponse<String> again = xendit.refund(paymentId, "{\"reason\": \"late\"}");

    assertThat(again.statusCode()).isEqualTo(200);
  }

  @Test
  void unknownPaymentIsNotRefunded() throws Exception {
    HttpResponse<String> answer = xendit.refund("qrpy_none", "{\"reason\": \"late\"}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo("DATA_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"amount\": 1}",
        "{\"reason\": \"late\", \"amount\": 0}",
        "{\"reason\": \"late\", \"amount\": 1.5}",
        "{\"reason\": \"late\", \"amount\": \"1\"}"
      })
  void refundThatMakesNoSenseIsRefused(String body) throws Exception {
    assertThat(xendit.refund(paymentId, body).statusCode()).isEqualTo(400);
    assertThat(control.refunds()).isEmpty();
  }

  @Test
  void refundNobodyAskedForCannotBeSettled() {
    assertThatThrownBy(() -> control.settleRefund("qrrf_none", "SUCCEEDED"))
        .isInstanceOf(NoSuchElementException.class);
  }
}
