package com.partnerbridges.xendit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.xendit.Paid;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.WebhookShape;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookTest extends WebhookDoor {

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
    assertThat(metrics()).containsPattern("attention_open\\{kind=\"LATE_PAYMENT\"[^}]*} [1-9]");
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
}
