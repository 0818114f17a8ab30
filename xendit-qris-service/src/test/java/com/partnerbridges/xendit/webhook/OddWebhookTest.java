package com.partnerbridges.xendit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as only tests and mistakes make them. */
@QuarkusTest
class OddWebhookTest extends WebhookDoor {

  @ParameterizedTest
  @ValueSource(strings = {"2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "yesterday", ""})
  void anImplausibleTimeIsNotBelieved(String time) {
    String id = pending();
    Instant before = Instant.now();

    deliver(v2(id, "qrpy_1", "40000", "\"created\":\"" + time + "\""), "w-1");

    Instant paidAt = Instant.parse(poll(id).path("data.tr_paid_at"));
    assertThat(paidAt).isBetween(before, Instant.now());
  }

  @Test
  void theSamePaymentInAnotherShapeIsNothingNew() {
    String id = pending();
    deliver(
        "{\"external_id\":\"" + id + "\",\"status\":\"COMPLETED\",\"xendit_id\":\"qr_1\"}", "a");

    deliver(v2(id, "qrpy_1", "40000", null), "b");
    deliver(v1(id, "qrpy_1", "40000"), "c");

    assertThat(outcomes()).isEqualTo("SETTLED,NOTHING_NEW,NOTHING_NEW");
    assertThat(text("select tr_payment_id from transactions")).isEqualTo("qrpy_1");
    assertThat(count("select count(*) from attention")).isZero();
  }

  @Test
  void aDeliveryBeforeItsTransactionWasKnownCountsWhenRepeated() {
    String id = pending();
    pool.query("update transactions set tr_external_id = 'TRX-1-20260131083000-00000000'")
        .executeAndAwait();
    deliver(v2(id, "qrpy_1", "40000", null), "w-1");
    pool.query("update transactions set tr_external_id = '" + id + "'").executeAndAwait();

    deliver(v2(id, "qrpy_1", "40000", null), "w-1");

    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(outcomes()).isEqualTo("SETTLED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"text\"",
        "{\"event\":\"qr.payment\"}",
        "{\"event\":\"qr.payment\",\"data\":{}}",
        "{\"event\":\"qr.payment\",\"data\":{\"reference_id\":null}}",
        "{\"event\":\"qr.payment\",\"data\":{\"reference_id\":{\"a\":1}}}",
        "{\"event\":\"qr.payment\",\"qr_code\":{}}",
        "{\"event\":\"qr.refund\",\"data\":{}}",
        "{\"external_id\":\"\"}",
        "{\"external_id\":\"\\u0000\"}",
        "not json",
        "{\"event\":",
        "\u0000",
        "{\"a\":1}{\"b\":2}",
      })
  void whatCannotBeReadIsStoredAndFlagged(String body) {
    Response response = deliver(body, "w-1");

    response.then().statusCode(200);
    assertThat(count("select count(*) from webhook_deliveries")).isEqualTo(1);
    assertThat(attention().getInt("total")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"amount\":\"forty\"",
        "\"amount\":null",
        "\"amount\":1e999999999",
        "\"amount\":-1",
        "\"amount\":{}",
        "\"amount\":\"\\u0000\"",
        "\"id\":\"\\u0000\\ud800\"",
        "\"id\":{\"x\":[]}",
        "\"status\":\"\\u0000\"",
        "\"created\":7",
        "\"payment_detail\":\"x\"",
        "\"payment_detail\":{\"receipt_id\":\"\\u0000\\ud800'; drop table payments; --\"}",
      })
  void oddPartsNeverLoseADelivery(String part) {
    String id = pending();
    String body =
        "{\"event\":\"qr.payment\",\"data\":{\"id\":\"qrpy_1\",\"amount\":40000,\"status\":"
            + "\"SUCCEEDED\",\"reference_id\":\""
            + id
            + "\","
            + part
            + "}}";

    Response response = deliver(body, "w-1");

    response.then().statusCode(200);
    assertThat(count("select count(*) from webhook_deliveries")).isEqualTo(1);
    boolean paid = status(id).equals("COMPLETED");
    assertThat(paid).isEqualTo(!part.startsWith("\"amount") && !part.startsWith("\"status"));
    assertThat(attention().getInt("total")).isEqualTo(part.startsWith("\"amount") ? 1 : 0);
  }

  @Test
  void aRefundIsNeverTakenForAPayment() {
    String id = pending();

    deliver(v1(id, "qrpy_1", "40000").replace("qr.payment", "qr.refund"), "w-1");

    assertThat(status(id)).isEqualTo("PENDING");
    assertThat(attention().getList("data.kind")).containsExactly("UNKNOWN_REFUND");
  }

  @Test
  void aPaymentOfAnotherAmountCompletesNothingThoughItIsToldWithoutItsAmountAtOnce() {
    for (int round = 0; round < 40; round++) {
      String id = pending();
      String payment = "qrpy_" + round;
      String flat =
          "{\"external_id\":\"%s\",\"status\":\"COMPLETED\",\"xendit_id\":\"%s\"}"
              .formatted(id, payment);
      CompletableFuture<Response> one =
          Meanwhile.ask(() -> deliver(v2(id, payment, "39999", null), null));
      deliver(flat, null).then().statusCode(200);
      one.join().then().statusCode(200);

      assertThat(count("select count(*) from payments where payment_id = '" + payment + "'"))
          .isEqualTo(1);
      assertThat(count("select count(*) from attention where payment_id = '" + payment + "'"))
          .isEqualTo(1);
      String first =
          "select shape from webhook_deliveries where outcome = 'SETTLED' and payment_id = '";
      assertThat(status(id).equals("COMPLETED"))
          .isEqualTo(count("select count(*) from (" + first + payment + "') d") == 1);
    }
  }

  @Test
  void anEventThatIsNoPaymentIsKeptAndChangesNothing() {
    String id = pending();

    deliver(v2(id, "qrpy_1", "40000", null).replace("SUCCEEDED", "PENDING"), "w-1");

    assertThat(status(id)).isEqualTo("PENDING");
    assertThat(outcomes()).isEqualTo("IGNORED");
  }

  @Test
  void aDeliveryWithoutWebhookIdIsKnownByItsBody() {
    String id = pending();

    deliver(v2(id, "qrpy_1", "40000", null), null);
    deliver(v2(id, "qrpy_1", "40000", null), null);

    assertThat(count("select copies from webhook_deliveries")).isEqualTo(2);
  }
}
