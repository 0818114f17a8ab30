package com.partnerbridges.dev.sandbox.utopia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtopiaCallbackTest extends UtopiaRig {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SECRET = "whsec_c2FuZGJveC1zYW5kYm94LXNhbmRib3g=";

  @Test
  void callbackTellsOfAnOrderAndNothingElse() {
    List<Delivery> deliveries = control.callback(orderref);

    Receiver.Received callback = onlyOne();
    assertThat(callback.path()).isEqualTo("/api-callback");
    JsonNode body = Json.tree(callback.body());
    assertThat(body.fieldNames()).toIterable().containsExactly("event", "orderref", "msg");
    assertThat(body.get("orderref").asText()).isEqualTo(orderref);
    assertThat(body.get("msg").asText()).isEqualTo("Project New Order");
    assertThat(callback.headers()).doesNotContainKey("webhook-signature");
    assertThat(deliveries).singleElement().matches(Delivery::accepted);
    assertThat(control.deliveries(orderref)).isEqualTo(deliveries);
  }

  @Test
  void orderNowMakesAUsualOrderAndTellsOfIt() throws Exception {
    Ordered ordered = control.orderNow();

    orderref = ordered.order().orderref();
    assertThat(orderref).matches("UIA\\d{6}-\\d{6}");
    assertThat(ordered.deliveries()).hasSize(1);
    assertThat(Json.tree(onlyOne().body()).get("orderref").asText()).isEqualTo(orderref);
    assertThat(json(lookup())).isEqualTo(UtopiaOrder.usual(orderref).contract());
    assertThat(control.orders()).containsExactly(ordered.order());
  }

  @Test
  void otherMessagesAndEmptyReferencesCanBeSent() {
    control.callback("connectivity", "", "Test");

    assertThat(new String(onlyOne().body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"event\":\"connectivity\",\"orderref\":\"\",\"msg\":\"Test\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "no JSON", "{\"msg\":\"Test\"} and more"})
  void anyBytesCanBeSent(String body) {
    control.callback(body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "text/plain"));

    assertThat(new String(onlyOne().body(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(onlyOne().header("content-type")).isEqualTo("text/plain");
  }

  @Test
  void duplicatesAreTheSameBytesAndHeaders() {
    control.signWith(SECRET);

    control.callback(orderref, CallbackOptions.USUAL.duplicates(49).atOnce());

    assertThat(receiver.received())
        .hasSize(50)
        .extracting(Receiver.Received::body, callback -> callback.header("webhook-signature"))
        .containsOnly(
            tuple(
                receiver.received().get(0).body(),
                receiver.received().get(0).header("webhook-signature")));
  }

  @Test
  void registeredHeadersComeWithEveryCallback() {
    control.register(
        receiver.url("/api-callback/path-secret"), Map.of("X-Secret", "header-secret"));

    control.callback(orderref);
    control.callback(new byte[0], Map.of("X-Secret", "wrong"));
    control.callback(orderref, CallbackOptions.USUAL.asBare());

    assertThat(receiver.received())
        .extracting(callback -> callback.header("x-secret"))
        .containsExactly("header-secret", "wrong", null);
    assertThat(receiver.received().get(0).path()).isEqualTo("/api-callback/path-secret");
  }

  @Test
  void signatureIsThatOfTheSpecification() throws Exception {
    control.signWith(SECRET);

    control.callback(orderref);

    Receiver.Received callback = onlyOne();
    assertThat(callback.header("webhook-id")).startsWith("msg_");
    assertThat(signedAt(callback)).isBetween(Instant.now().minusSeconds(30), Instant.now());
    assertThat(callback.header("webhook-signature")).isEqualTo("v1," + signature(callback, SECRET));
  }

  @Test
  void signatureCanBeWrongOrStale() throws Exception {
    String other = "whsec_b3RoZXItb3RoZXItb3RoZXItb3RoZXI=";
    control.signWith(SECRET);

    control.callback(
        orderref, CallbackOptions.USUAL.signedWith(other).timestampOffset(Duration.ofDays(-1)));

    Receiver.Received callback = onlyOne();
    assertThat(callback.header("webhook-signature")).isEqualTo("v1," + signature(callback, other));
    assertThat(signedAt(callback)).isBefore(Instant.now().minus(Duration.ofHours(23)));
  }

  @Test
  void registrationStaysThroughAReset() {
    control.register(receiver.url("/stays"), Map.of("X-Secret", "stays"));
    control.signWith(SECRET);
    control.order(UtopiaOrder.usual(orderref));

    control.reset();

    control.callback(orderref);
    assertThat(onlyOne().path()).isEqualTo("/stays");
    assertThat(onlyOne().headers()).containsKeys("x-secret", "webhook-signature");
    assertThat(control.orders()).isEmpty();
  }

  @Test
  void callbackThatIsNotReceivedIsSentAgainOnDemand() {
    control.retry(new RetryPolicy(1, 10));
    receiver.answerInTurn(503);

    control.callback(orderref);

    assertThat(
            ControlHttp.await(
                "a second attempt",
                PATIENCE,
                () -> Optional.of(receiver.received()).filter(all -> all.size() == 2)))
        .extracting(Receiver.Received::body)
        .containsOnly(receiver.received().get(0).body());
  }

  @Test
  void withoutAUrlNothingIsOrdered() {
    try (PartnerSandbox fresh = PartnerSandbox.start("127.0.0.1", 0, 0)) {
      UtopiaSandboxClient unregistered = new UtopiaSandboxClient(fresh.url());

      assertThatThrownBy(unregistered::orderNow)
          .hasMessageContaining("No callback URL is registered");
      assertThat(unregistered.orders()).isEmpty();
    }
  }

  private Receiver.Received onlyOne() {
    assertThat(receiver.received()).hasSize(1);
    return receiver.received().get(0);
  }

  private static Instant signedAt(Receiver.Received callback) {
    return Instant.ofEpochSecond(Long.parseLong(callback.header("webhook-timestamp")));
  }

  private static String signature(Receiver.Received callback, String secret) throws Exception {
    String before =
        callback.header("webhook-id") + "." + callback.header("webhook-timestamp") + ".";
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(before.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(mac.doFinal(callback.body()));
  }
}
