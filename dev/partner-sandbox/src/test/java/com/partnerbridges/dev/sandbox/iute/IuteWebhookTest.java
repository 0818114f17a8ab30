package com.partnerbridges.dev.sandbox.iute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IuteWebhookTest {
  private static PartnerSandbox sandbox;
  private static IuteWire iute;
  private static IuteSandboxClient control;

  private final String orderId = UUID.randomUUID().toString();
  private Receiver receiver;

  @BeforeAll
  static void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    iute = new IuteWire(sandbox.url());
    control = new IuteSandboxClient(sandbox.url());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void createOrder() throws Exception {
    control.reset();
    receiver = new Receiver();
    iute.create(IuteWire.order(orderId, receiver.url("/paid"), receiver.url("/cancelled")));
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  @Test
  void confirmationIsSignedOverRawBodyAndTimestamp() throws Exception {
    Told told = control.approve(orderId);

    assertThat(told.order().status()).isEqualTo(IuteStatus.PAID);
    assertThat(told.deliveries()).singleElement().matches(Delivery::accepted);
    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/paid");
    assertThat(IuteSignature.verify(iute.pem().body(), webhook)).isTrue();
    JsonNode body = Json.tree(webhook.body());
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("orderId", "description", "loanAmount");
    assertThat(body.get("orderId").asText()).isEqualTo(orderId);
    assertThat(body.get("loanAmount").decimalValue()).isEqualByComparingTo("120.5");
  }

  @Test
  void cancellationHasAReasonAndNoAmount() throws Exception {
    control.cancel(orderId);

    Receiver.Received webhook = onlyOne();
    assertThat(webhook.path()).isEqualTo("/cancelled");
    assertThat(IuteSignature.verify(iute.pem().body(), webhook)).isTrue();
    assertThat(Json.tree(webhook.body()).get("loanAmount").isNull()).isTrue();
    assertThat(Json.tree(webhook.body()).get("description").asText()).isNotBlank();
  }

  private Receiver.Received onlyOne() {
    assertThat(receiver.received()).hasSize(1);
    return receiver.received().get(0);
  }
}
