package com.partnerbridges.iute.health;

import static com.partnerbridges.dev.sandbox.iute.WebhookOptions.FAITHFUL;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest extends ServiceTest {

  private static final String PAID =
      "state_transitions_total{aggregate=\"payment\",cause=\"%s\",from=\"PENDING\",to=\"PAID\"}";

  @Test
  void whatIsDueAndWhatWaitsForAPersonIsTold() {
    pending();
    pending();
    pool.query(
            "insert into attention (kind, order_id, detail, created_at, last_seen_at)"
                + " values ('LOST_AT_IUTE', 'order-1', 'gone', now(), now())")
        .executeAndAwait();
    clock.forward(Duration.ofMinutes(2).plusSeconds(90));

    String metrics = get("/q/metrics").asString();

    assertThat(metrics)
        .contains("due_work_rows{task=\"reconciliation\"} 2.0")
        .containsPattern("due_work_oldest_seconds\\{task=\"reconciliation\"} 9\\d\\.")
        .contains("attention_open{kind=\"LOST_AT_IUTE\"} 1.0")
        .contains("attention_open{kind=\"NOT_MOVING\"} 0.0")
        .contains("database_up 1.0");
  }

  @Test
  void aPaymentThatWasFoundByAskingIsToldFromOneThatAWebhookBrought() {
    double found = metric(PAID.formatted("poll"));
    double brought = metric(PAID.formatted("webhook"));
    double applied = metric("webhooks_total{kind=\"CONFIRMATION\",outcome=\"APPLIED\"}");
    iute.approve(pending());
    iute.approve(pending(), FAITHFUL.asLost());
    clock.forward(Duration.ofMinutes(3));

    dueWork();

    assertThat(metric(PAID.formatted("poll")) - found).isEqualTo(1);
    assertThat(metric(PAID.formatted("webhook")) - brought).isEqualTo(1);
    assertThat(metric("webhooks_total{kind=\"CONFIRMATION\",outcome=\"APPLIED\"}") - applied)
        .isEqualTo(1);
  }

  @Test
  void noLabelHasAnOrderInItHoweverTheCallIsRefused() {
    as(POS).delete("/payment_status/canary-1").then().statusCode(405);
    RawHttp tooLarge = RawHttp.of("POST /payments/canary-2/withdraw").with("X-API-Key", POS);
    assertThat(tooLarge.with("Content-Length", "300000").send().status()).isEqualTo(413);
    as(POS).get("/payment_status/canary-3").then().statusCode(404);
    as(OPERATOR).get("/payments/canary-4/nothing").then().statusCode(404);

    assertThat(get("/q/metrics").asString())
        .contains("uri=\"UNMATCHED\"")
        .doesNotContain("canary-");
  }

  private static double metric(String series) {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not told: " + series));
  }
}
