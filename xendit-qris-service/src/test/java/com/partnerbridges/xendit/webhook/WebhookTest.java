package com.partnerbridges.xendit.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.xendit.Paid;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.WebhookShape;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookTest extends ServiceTest {

  private static final String TOKEN = "sandbox-callback-token";

  @ParameterizedTest
  @EnumSource(WebhookShape.class)
  void everyShapeCompletesTheTransaction(WebhookShape shape) {
    String id = pending();

    Paid paid = xendit.pay(id, PayOptions.USUAL.shape(shape));

    assertThat(paid.deliveries()).allMatch(Delivery::accepted);
    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(outcomes()).isEqualTo("SETTLED");
    assertThat(text("select shape from webhook_deliveries")).isEqualTo(shape.name());
    assertThat(count("select count(*) from attention")).isZero();
  }

  @Test
  void paidAtIsXenditsTime() {
    String id = pending();
    Instant paidAt = Instant.parse("2026-01-31T08:31:02.123Z");

    xendit.pay(id, PayOptions.USUAL.paidAt(paidAt));

    assertThat(Instant.parse(poll(id).path("data.tr_paid_at"))).isEqualTo(paidAt);
  }

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
  void theDeliveryIsKeptAsItCameWithoutItsToken() {
    String id = pending();

    xendit.pay(id);

    String body = xendit.deliveries(id).get(0).body();
    assertThat(text("select convert_from(body, 'UTF8') from webhook_deliveries")).isEqualTo(body);
    assertThat(text("select headers::text from webhook_deliveries"))
        .contains("webhook-id")
        .doesNotContain("token");
    assertThat(
            count(
                "select count(*) from webhook_deliveries d where d::text like '%"
                    + TOKEN
                    + "%' or convert_from(body, 'UTF8') like '%"
                    + TOKEN
                    + "%'"))
        .isZero();
  }

  @Test
  void withoutATokenNobodyIsKnown() {
    Paid paid = xendit.pay(pending(), PayOptions.USUAL.noToken());

    assertThat(paid.deliveries()).extracting(Delivery::status).containsOnly(401);
    assertThat(count("select count(*) from webhook_deliveries")).isZero();
  }

  @Test
  void aWrongTokenIsForbidden() {
    String id = pending();

    Paid paid = xendit.pay(id, PayOptions.USUAL.token("wrong"));

    assertThat(paid.deliveries()).extracting(Delivery::status).containsOnly(403);
    assertThat(status(id)).isEqualTo("PENDING");
    assertThat(count("select count(*) from webhook_deliveries")).isZero();
  }

  @Test
  void thePreviousTokenIsGoodToo() {
    String id = pending();

    xendit.pay(id, PayOptions.USUAL.token("previous-callback-token"));

    assertThat(status(id)).isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHundredCopiesHaveOneEffect(boolean sameWebhookId) {
    String id = pending();

    Paid paid = xendit.pay(id, PayOptions.USUAL.duplicates(100, sameWebhookId).atOnce());

    assertThat(paid.deliveries()).hasSize(101).allMatch(Delivery::accepted);
    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(count("select sum(copies)::bigint from webhook_deliveries")).isEqualTo(101);
    assertThat(count("select count(*) from webhook_deliveries where outcome = 'SETTLED'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from payments")).isEqualTo(1);
    assertThat(count("select count(*) from attention")).isZero();
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
  void aSecondPaymentIsFlaggedWithItsMoney() {
    String id = completed();

    xendit.pay(id, PayOptions.USUAL.forced());

    assertThat(attention().getList("data.kind")).containsExactly("PAID_TWICE");
    assertThat(attention().getLong("data[0].amount")).isEqualTo(40_000);
    assertThat(count("select count(*) from payments")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {39_999, 40_001, 1, 10_000_000})
  void anotherAmountCompletesNothingAndIsFlagged(long amount) {
    String id = pending();

    Paid paid = xendit.pay(id, PayOptions.USUAL.amount(amount));

    assertThat(paid.deliveries()).allMatch(Delivery::accepted);
    assertThat(status(id)).isEqualTo("PENDING");
    assertThat(attention().getList("data.kind")).containsExactly("WRONG_AMOUNT");
    assertThat(attention().getLong("data[0].amount")).isEqualTo(amount);
    assertThat(attention().getString("data[0].payment_id")).isEqualTo(paid.paymentId());
  }

  @Test
  void lateSuccessNeverFlipsExpired() {
    String id = expired();

    Paid paid = xendit.pay(id, PayOptions.USUAL.forced());

    assertThat(paid.deliveries()).allMatch(Delivery::accepted);
    assertThat(status(id)).isEqualTo("EXPIRED");
    assertThat(attention().getList("data.kind")).containsExactly("LATE_PAYMENT");
    assertThat(attention().getString("data[0].receipt_id")).isNotBlank();
    assertThat(attention().getLong("data[0].amount")).isEqualTo(40_000);
    assertThat(metrics())
        .containsPattern("xendit_attention_total\\{kind=\"LATE_PAYMENT\"[^}]*} [1-9]");
  }

  @Test
  void aLatePaymentToldTwiceIsOneItem() {
    String id = expired();

    xendit.pay(id, PayOptions.USUAL.forced().duplicates(5, false).atOnce());

    assertThat(count("select count(*) from attention")).isEqualTo(1);
    assertThat(count("select count(*) from payments")).isEqualTo(1);
  }

  @Test
  void aFailedPaymentFailsThePendingTransaction() {
    String id = pending();

    xendit.pay(id, PayOptions.USUAL.status("FAILED"));

    assertThat(status(id)).isEqualTo("FAILED");
  }

  @Test
  void aFailureAfterSuccessIsFlaggedAndChangesNothing() {
    String id = completed();

    deliver(v2(id, "qrpy_9", "40000", null).replace("SUCCEEDED", "FAILED"), "w-9");

    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(attention().getList("data.kind")).containsExactly("DECLINED_AFTER_PAID");
  }

  @Test
  void testAndSaveIsAcceptedAndFlagged() {
    Delivery delivery = xendit.testAndSave();

    assertThat(delivery.status()).isEqualTo(200);
    assertThat(attention().getList("data.kind")).containsExactly("UNKNOWN_REFERENCE");
    assertThat(attention().getString("data[0].external_id")).isEqualTo("testing_id_123");
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
          CompletableFuture.supplyAsync(() -> deliver(v2(id, payment, "39999", null), null));
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

  private static Response deliver(String body, String webhookId) {
    var request = given().header("x-callback-token", TOKEN).contentType("application/json");
    if (webhookId != null) {
      request.header("webhook-id", webhookId);
    }
    return request.body(body.getBytes(UTF_8)).post(API + "/webhooks/xendit");
  }

  private static String v2(String id, String payment, String amount, String more) {
    return "{\"event\":\"qr.payment\",\"data\":{\"id\":\"%s\",\"reference_id\":\"%s\",\"amount\":%s,\"status\":\"SUCCEEDED\"%s}}"
        .formatted(payment, id, amount, more == null ? "" : "," + more);
  }

  private static String v1(String id, String payment, String amount) {
    return "{\"event\":\"qr.payment\",\"id\":\"%s\",\"amount\":%s,\"status\":\"COMPLETED\",\"qr_code\":{\"id\":\"qr_1\",\"external_id\":\"%s\"}}"
        .formatted(payment, amount, id);
  }

  private String outcomes() {
    return text("select string_agg(outcome, ',' order by id) from webhook_deliveries");
  }

  private static String metrics() {
    return given().get("/q/metrics").asString();
  }
}
