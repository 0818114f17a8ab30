package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class XenditWebhookTest extends XenditRig {

  @Test
  void v2PaymentGoesToTheRegisteredUrl() throws Exception {
    String id = createV2();

    Paid paid = control.pay(reference);

    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/hook");
    assertThat(webhook.header("x-callback-token")).isEqualTo("sandbox-callback-token");
    assertThat(webhook.header("api-version")).isEqualTo("2022-07-31");
    assertThat(UUID.fromString(webhook.header("webhook-id"))).isNotNull();
    JsonNode event = body(webhook);
    assertThat(event.fieldNames())
        .toIterable()
        .containsExactly("event", "api_version", "business_id", "created", "data");
    assertThat(event.get("event").asText()).isEqualTo("qr.payment");
    JsonNode payment = event.get("data");
    assertThat(payment.get("id").asText()).isEqualTo(paid.paymentId()).startsWith("qrpy_");
    assertThat(payment.get("qr_id").asText()).isEqualTo(id);
    assertThat(payment.get("reference_id").asText()).isEqualTo(reference);
    assertThat(payment.get("amount").asInt()).isEqualTo(40_000);
    assertThat(payment.get("currency").asText()).isEqualTo("IDR");
    assertThat(payment.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(Instant.parse(payment.get("expires_at").asText())).isEqualTo(expiry);
    assertThat(Instant.parse(payment.get("created").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(payment.at("/payment_detail/source").asText()).isNotBlank();
  }

  @Test
  void v1PaymentGoesToTheCodesOwnUrl() throws Exception {
    createV1();

    control.pay(reference);

    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/own");
    assertThat(webhook.header("api-version")).isNull();
    JsonNode event = body(webhook);
    assertThat(event.get("event").asText()).isEqualTo("qr.payment");
    assertThat(event.get("id").asText()).startsWith("qrpy_");
    assertThat(event.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(event.at("/qr_code/external_id").asText()).isEqualTo(reference);
    assertThat(event.at("/qr_code/qr_string").asText()).isNotBlank();
    assertThat(event.has("data")).isFalse();
  }

  @Test
  void shapeCanBeChosen() throws Exception {
    createV2();

    String paymentId =
        control.pay(reference, PayOptions.USUAL.shape(WebhookShape.FLAT)).paymentId();

    assertThat(onlyOne().path()).isEqualTo("/hook");
    assertThat(body(onlyOne()).toString())
        .isEqualTo(
            "{\"external_id\":\"%s\",\"status\":\"COMPLETED\",\"xendit_id\":\"%s\"}"
                .formatted(reference, paymentId));
  }

  @Test
  void amountAndTimeAreWhatControlSays() throws Exception {
    createV2();
    Instant yesterday = Instant.parse("2026-01-02T03:04:05.678Z");

    control.pay(reference, PayOptions.USUAL.amount(1).paidAt(yesterday));

    assertThat(body(onlyOne()).at("/data/amount").asInt()).isEqualTo(1);
    assertThat(body(onlyOne()).at("/data/created").asText()).isEqualTo(yesterday.toString());
  }

  @Test
  void lostWebhookLeavesThePaymentInTheListing() throws Exception {
    String id = createV2();

    Paid paid = control.pay(reference, PayOptions.USUAL.asLost());

    assertThat(paid.deliveries()).isEmpty();
    assertThat(receiver.received()).isEmpty();
    assertThat(xendit.get(XenditWire.V2, "/qr_codes/" + id + "/payments").body())
        .contains(paid.paymentId());
  }

  @Test
  void duplicatesShareTheirWebhookIdOnDemand() throws Exception {
    createV2();

    Paid paid = control.pay(reference, PayOptions.USUAL.duplicates(2, true).atOnce());

    assertThat(paid.deliveries()).hasSize(3);
    assertThat(receiver.received())
        .hasSize(3)
        .extracting(webhook -> webhook.header("webhook-id"))
        .containsOnly(receiver.received().get(0).header("webhook-id"));
  }

  @Test
  void duplicatesOfOnePaymentMayHaveTheirOwnWebhookIds() throws Exception {
    createV2();

    control.pay(reference, PayOptions.USUAL.duplicates(2, false));

    assertThat(receiver.received())
        .hasSize(3)
        .extracting(webhook -> webhook.header("webhook-id"))
        .doesNotHaveDuplicates();
    assertThat(receiver.received())
        .extracting(webhook -> body(webhook).at("/data/id").asText())
        .containsOnly(control.code(reference).payments().get(0).id());
  }

  @Test
  void tokenCanBeWrongOrMissing() throws Exception {
    createV2();

    control.pay(reference, PayOptions.USUAL.token("wrong"));
    control.pay(reference, PayOptions.USUAL.forced().noToken());

    assertThat(receiver.received())
        .extracting(webhook -> webhook.header("x-callback-token"))
        .containsExactly("wrong", null);
  }

  @Test
  void changedTokenIsSentUntilTheReset() throws Exception {
    control.token("another");
    createV2();
    control.pay(reference);
    control.reset();
    createV2();

    control.pay(reference);

    assertThat(receiver.received())
        .extracting(webhook -> webhook.header("x-callback-token"))
        .containsExactly("another", "sandbox-callback-token");
  }

  @Test
  void redeliveryIsTheSameBytesWithTheSameOrAnotherId() throws Exception {
    createV2();
    control.pay(reference);

    control.redeliver(reference, true);
    control.redeliver(reference, false);

    assertThat(receiver.received()).extracting(Receiver.Received::body).hasSize(3);
    Receiver.Received first = receiver.received().get(0);
    Receiver.Received same = receiver.received().get(1);
    Receiver.Received fresh = receiver.received().get(2);
    assertThat(same.body()).isEqualTo(first.body());
    assertThat(same.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    assertThat(fresh.body()).isEqualTo(first.body());
    assertThat(fresh.header("webhook-id")).isNotEqualTo(first.header("webhook-id"));
  }

  @Test
  void nothingToRedeliverIsSaid() throws Exception {
    createV2();

    assertThatThrownBy(() -> control.redeliver(reference, true))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void testAndSaveTellsOfACodeThatNobodyCreated() {
    Delivery delivery = control.testAndSave();

    assertThat(delivery.accepted()).isTrue();
    assertThat(body(onlyOne()).at("/data/reference_id").asText()).isEqualTo("testing_id_123");
    assertThat(onlyOne().header("x-callback-token")).isEqualTo("sandbox-callback-token");
    assertThat(control.codes()).isEmpty();
  }

  @Test
  void anyBytesAndHeadersCanBeSent() {
    byte[] notUtf8 = {'{', (byte) 0xff, 0, '}'};

    Delivery delivery =
        control.send(notUtf8, Map.of("x-callback-token", "t", "Content-Type", "text/plain"));

    assertThat(delivery.status()).isEqualTo(200);
    assertThat(onlyOne().body()).isEqualTo(notUtf8);
    assertThat(onlyOne().header("x-callback-token")).isEqualTo("t");
    assertThat(onlyOne().header("content-type")).isEqualTo("text/plain");
    assertThat(onlyOne().header("webhook-id")).isNull();
  }

  @Test
  void refusedWebhookIsNotRetriedByItself() throws Exception {
    receiver.answer(503);
    createV2();

    Paid paid = control.pay(reference);

    assertThat(paid.deliveries()).singleElement().matches(delivery -> delivery.status() == 503);
    assertThat(control.deliveries(reference)).hasSize(1);
  }

  @Test
  void refusedWebhookIsRetriedWithItsIdWhenSet() throws Exception {
    control.retry(new RetryPolicy(3, 20));
    receiver.answerInTurn(503, 401);
    createV2();

    control.pay(reference);

    assertThat(awaitWebhooks(3))
        .extracting(webhook -> webhook.header("webhook-id"))
        .containsOnly(receiver.received().get(0).header("webhook-id"));
    assertThat(control.awaitDeliveries(reference, deliveries -> deliveries.size() == 3, PATIENCE))
        .extracting(Delivery::status)
        .containsExactly(200, 401, 503);
  }

  @Test
  void resetForgetsEverythingButTheRegisteredUrl() throws Exception {
    createV2();
    control.pay(reference);
    control.payBeforeCreateAnswer(true);
    control.rateLimited("create", 5);

    control.reset();

    assertThat(control.codes()).isEmpty();
    assertThat(control.deliveries()).isEmpty();
    assertThat(control.faults()).isEmpty();
    createV2();
    assertThat(receiver.received()).hasSize(1);
    control.pay(reference);
    assertThat(receiver.received()).hasSize(2);
  }

  private Receiver.Received onlyOne() {
    assertThat(receiver.received()).hasSize(1);
    return receiver.received().get(0);
  }
}
