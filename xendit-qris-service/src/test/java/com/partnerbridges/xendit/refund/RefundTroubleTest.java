package com.partnerbridges.xendit.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When Xendit does not answer, or its answer is lost. */
@QuarkusTest
class RefundTroubleTest extends RefundDesk {

  @Test
  void aRefusedRefundHasFailedAndMayBeAskedForAgain() {
    String id = completed();
    xendit.setFault("refund", Fault.status(400).times(1));

    Response refused = refund(id, ALL);
    Response again = refund(id, ALL);

    refused.then().statusCode(502).body("details.code", equalTo("REFUND_REFUSED"));
    again.then().statusCode(201);
  }

  @Test
  void aRefundWithoutAnAnswerIsAPersonsAndNeverRepeated() {
    String id = completed();
    xendit.setFault("refund", Fault.dropAfter().times(1));

    Response unclear = refund(id, ALL);
    Response again = refund(id, ALL);

    unclear.then().statusCode(502).body("details.code", equalTo("REFUND_UNCLEAR"));
    again.then().statusCode(409).body("details.refund_status", equalTo("UNCLEAR"));
    assertThat(xendit.calls("refund")).hasSize(1);
    assertThat(attention().getList("data.kind")).containsExactly("REFUND_UNCLEAR");
  }

  @Test
  void theWebhookOfAnUnclearRefundSettlesItAndItsItem() {
    refundWithoutAnswer();

    xendit.settleRefund(xenditRefund().id(), "SUCCEEDED");

    assertThat(text("select status from refunds")).isEqualTo("SUCCEEDED");
    assertThat(text("select xendit_id from refunds")).isEqualTo(xenditRefund().id());
    assertThat(attention().getInt("total")).isZero();
  }

  @Test
  void aPersonFindsThatAnUnclearRefundWasNotMade() {
    String id = completed();
    xendit.setFault("refund", Fault.dropBefore().times(1));
    refund(id, ALL);
    int item = attention().getInt("data[0].id");

    resolve(item, "NOTED").then().statusCode(409);
    resolve(item, "NOT_REFUNDED").then().statusCode(200);

    refund(id, ALL).then().statusCode(201);
  }

  @Test
  void aRefundWhoseInstanceDiedBecomesUnclear() {
    String id = completed();
    refund(id, ALL);
    pool.query("update refunds set status = 'REQUESTED', xendit_id = null").executeAndAwait();
    clock.forward(Duration.ofSeconds(61));

    dueWork();

    assertThat(text("select status from refunds")).isEqualTo("UNCLEAR");
    assertThat(attention().getList("data.kind")).containsExactly("REFUND_UNCLEAR");
    assertThat(xendit.calls("refund")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401})
  void whatXenditNeverTookMayBeAskedForAgainAtOnce(int status) {
    String id = completed();
    xendit.setFault("refund", Fault.status(status).times(1));

    Response away = refund(id, ALL);
    Response again = refund(id, ALL);

    away.then().statusCode(502).body("details.code", equalTo("XENDIT_AWAY"));
    again.then().statusCode(201);
    assertThat(count("select count(*) from attention")).isZero();
  }

  @Test
  void manyRefundsThatXenditNeverSettlesAreAllSeen() {
    String id = completed();
    pool.query(
            """
            with p as (
              insert into payments (payment_id, external_id, source, seen_at)
              select 'qrpy_' || n, '%1$s', 'WEBHOOK', now() from generate_series(1, 250) n
              returning payment_id
            )
            insert into refunds (payment_id, external_id, amount, reason, status, requested_by,
              requested_at, moved_at)
            select payment_id, '%1$s', 1, 'x', 'PENDING', 'x', now(), now() from p"""
                .formatted(id))
        .executeAndAwait();
    clock.forward(Duration.ofDays(4));

    dueWork();

    assertThat(count("select count(*) from attention where kind = 'REFUND_SILENT'")).isEqualTo(250);
  }

  @Test
  void aRefundThatXenditNeverSettlesIsAPersonsOnce() {
    refund(completed(), ALL);
    clock.forward(Duration.ofDays(4));

    dueWork();
    dueWork();

    assertThat(attention().getList("data.kind")).containsExactly("REFUND_SILENT");
    resolve(attention().getInt("data[0].id"), "REFUNDED").then().statusCode(200);
    assertThat(text("select status from refunds")).isEqualTo("SUCCEEDED");
  }

  @Test
  void aCallerWhoHangsUpDoesNotStopTheRefund() {
    String id = completed();
    xendit.setFault("refund", Fault.slow(Duration.ofMillis(500)));

    RawHttp.of("POST " + API + "/transactions/" + id + "/refund")
        .with("Authorization", "Bearer " + ADMIN)
        .with("{\"reason\":\"x\"}")
        .sendAndHangUp(() -> await(() -> count("select count(*) from refunds") == 1));

    await(() -> count("select count(*) from refunds where status = 'PENDING'") == 1);
  }
}
