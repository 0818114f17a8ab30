package com.partnerbridges.dev.sandbox.iute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IuteWebhookTest extends IuteRig {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @BeforeEach
  void create() throws Exception {
    createOrder();
  }

  @Test
  void confirmationIsSignedOverRawBodyAndTimestamp() throws Exception {
    Told told = control.approve(orderId);

    assertThat(told.order().status()).isEqualTo(IuteStatus.PAID);
    assertThat(told.deliveries()).singleElement().matches(Delivery::accepted);
    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/paid");
    assertThat(verified(webhook)).isTrue();
    JsonNode body = Json.tree(webhook.body());
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("orderId", "description", "loanAmount");
    assertThat(body.get("orderId").asText()).isEqualTo(orderId);
    assertThat(body.get("loanAmount").decimalValue()).isEqualTo("120.50");
  }

  @Test
  void cancellationHasAReasonAndNoAmount() throws Exception {
    control.cancel(orderId);

    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/cancelled");
    assertThat(verified(webhook)).isTrue();
    assertThat(Json.tree(webhook.body()).get("loanAmount").isNull()).isTrue();
    assertThat(Json.tree(webhook.body()).get("description").asText()).isNotBlank();
    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.CANCELLED);
  }

  @Test
  void orderWithoutUrlsUsesTheRegisteredOnes() throws Exception {
    iute.create(IuteWire.order("plain-1", CUSTOMER));
    control.registerUrls(
        receiver.url("/registered").toString(), receiver.url("/cancel").toString());

    control.confirm("plain-1");

    assertThat(onlyOne().path()).isEqualTo("/registered");
  }

  @Test
  void orderWithNoUrlAtAllIsPaidWithoutAWebhook() throws Exception {
    iute.create(IuteWire.order("plain-2", CUSTOMER));

    Told told = control.approve("plain-2");

    assertThat(told.order().status()).isEqualTo(IuteStatus.PAID);
    assertThat(told.deliveries()).isEmpty();
  }

  @Test
  void cancelAfterPaidIsDeliveredAndTheOrderStaysPaid() {
    control.approve(orderId);

    Told told = control.cancel(orderId);

    assertThat(told.order().status()).isEqualTo(IuteStatus.PAID);
    assertThat(receiver.received())
        .extracting(Receiver.Received::path)
        .containsExactly("/paid", "/cancelled");
  }

  @Test
  void lostWebhookChangesTheOrderOnly() {
    control.approve(orderId, WebhookOptions.FAITHFUL.asLost());

    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.PAID);
    assertThat(receiver.received()).isEmpty();
    assertThat(control.deliveries(orderId)).isEmpty();
  }

  @Test
  void otherAmountAndTextAreSigned() throws Exception {
    control.approve(orderId, WebhookOptions.FAITHFUL.loanAmount("1.00").description("odd"));

    JsonNode body = Json.tree(onlyOne().body());
    assertThat(body.get("loanAmount").decimalValue()).isEqualTo("1.00");
    assertThat(body.get("description").asText()).isEqualTo("odd");
    assertThat(verified(onlyOne())).isTrue();
  }

  @Test
  void confirmationCanLackTheAmount() {
    control.approve(orderId, WebhookOptions.FAITHFUL.noLoanAmount());

    assertThat(Json.tree(onlyOne().body()).get("loanAmount").isNull()).isTrue();
  }

  @Test
  void oddWhiteSpaceIsPartOfWhatIsSigned() throws Exception {
    control.approve(orderId, WebhookOptions.FAITHFUL.oddWhitespace());

    JsonNode body = Json.tree(onlyOne().body());
    assertThat(new String(onlyOne().body())).contains("\r\n\t").isNotEqualTo(body.toString());
    assertThat(body.get("orderId").asText()).isEqualTo(orderId);
    assertThat(verified(onlyOne())).isTrue();
  }

  @Test
  void duplicatesAreTheSameBytesAndHeaders() {
    Told told = control.approve(orderId, WebhookOptions.FAITHFUL.duplicates(4).atOnce());

    assertThat(told.deliveries()).hasSize(5);
    assertThat(receiver.received()).hasSize(5);
    assertThat(receiver.received())
        .extracting(
            webhook -> webhook.header("x-iute-signature") + webhook.header("x-iute-timestamp"))
        .containsOnly(onlySignature());
  }

  @Test
  void timestampCanBeStaleAndIsSigned() throws Exception {
    long before = System.currentTimeMillis();

    control.approve(orderId, WebhookOptions.FAITHFUL.timestampOffset(Duration.ofDays(-2)));

    long timestamp = Long.parseLong(onlyOne().header("x-iute-timestamp"));
    assertThat(timestamp).isLessThan(before - Duration.ofHours(47).toMillis());
    assertThat(verified(onlyOne())).isTrue();
  }

  @Test
  void wrongKeyDoesNotVerify() throws Exception {
    control.approve(orderId, WebhookOptions.FAITHFUL.signedWithWrongKey());

    assertThat(verified(onlyOne())).isFalse();
  }

  @Test
  void signatureHeadersCanBeMissing() {
    control.approve(orderId, WebhookOptions.FAITHFUL.withoutSignature());

    assertThat(onlyOne().header("x-iute-signature")).isNull();
    assertThat(onlyOne().header("x-iute-timestamp")).isNull();
  }

  @Test
  void redeliveryHasTheSameBodySignedAnew() throws Exception {
    control.approve(orderId, WebhookOptions.FAITHFUL.loanAmount("7.77"));

    control.redeliver(orderId);

    List<Receiver.Received> both = receiver.received();
    assertThat(both).hasSize(2);
    assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
    assertThat(verified(both.get(1))).isTrue();
  }

  @Test
  void anyTextCanBeDeliveredSigned() throws Exception {
    List<Delivery> deliveries =
        control.sendWebhook(receiver.url("/any").toString(), "{\"orderId\": \"nobody's\"}");

    assertThat(deliveries).singleElement().matches(Delivery::accepted);
    assertThat(onlyOne().path()).isEqualTo("/any");
    assertThat(new String(onlyOne().body())).isEqualTo("{\"orderId\": \"nobody's\"}");
    assertThat(verified(onlyOne())).isTrue();
  }

  @Test
  void refusedWebhookIsNotSentAgainUnlessAskedFor() {
    receiver.answer(503);

    Told told = control.approve(orderId);

    assertThat(told.deliveries()).singleElement().returns(503, Delivery::status);
    assertThat(control.deliveries(orderId)).hasSize(1);
  }

  @Test
  void refusedWebhookIsRetriedAsOftenAsSet() {
    receiver.answer(500);
    control.retry(new Retry(2, 10, false));

    control.approve(orderId);

    List<Delivery> attempts =
        control.awaitDeliveries(orderId, deliveries -> deliveries.size() == 3, PATIENCE);
    assertThat(attempts).extracting(Delivery::attempt).containsExactly(3, 2, 1);
    assertThat(receiver.received())
        .extracting(
            webhook -> webhook.header("x-iute-signature") + webhook.header("x-iute-timestamp"))
        .containsOnly(onlySignature());
  }

  @Test
  void retryStopsAtTheFirst2xx() {
    receiver.answerInTurn(500, 204);
    control.retry(new Retry(5, 10, true));

    control.approve(orderId);

    List<Delivery> attempts =
        control.awaitDeliveries(orderId, deliveries -> deliveries.get(0).accepted(), PATIENCE);
    assertThat(attempts).extracting(Delivery::status).containsExactly(204, 500);
  }

  @Test
  void receiverThatIsAwayIsADeliveryWithAnError() throws IOException {
    receiver.close();

    Told told = control.approve(orderId);

    Delivery delivery = told.deliveries().get(0);
    assertThat(delivery.status()).isNull();
    assertThat(delivery.error()).contains("refused");
    assertThat(delivery.accepted()).isFalse();
  }

  private boolean verified(Receiver.Received webhook) throws Exception {
    return IuteSignature.verify(iute.pem().body(), webhook);
  }

  private String onlySignature() {
    Receiver.Received first = receiver.received().get(0);
    return first.header("x-iute-signature") + first.header("x-iute-timestamp");
  }

  private Receiver.Received onlyOne() {
    assertThat(receiver.received()).hasSize(1);
    return receiver.received().get(0);
  }
}
