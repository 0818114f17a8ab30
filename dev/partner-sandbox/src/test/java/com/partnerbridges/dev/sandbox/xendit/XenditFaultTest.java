package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class XenditFaultTest extends XenditRig {

  @Test
  void callOverTheLimitTellsWhenToComeBack() throws Exception {
    control.rateLimited("create", 1);

    HttpResponse<String> limited = create();

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(XenditWire.json(limited).get("error_code").asText())
        .isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(limited.headers().firstValue("Rate-Limit-Limit")).contains("60");
    assertThat(limited.headers().firstValue("Rate-Limit-Remaining")).contains("0");
    assertThat(limited.headers().firstValue("Rate-Limit-Reset"))
        .hasValueSatisfying(seconds -> assertThat(Double.parseDouble(seconds)).isPositive());
    assertThat(create().statusCode()).isEqualTo(201);
  }

  @Test
  void setStatusHasXenditsErrorShape() throws Exception {
    control.setFault("create", Fault.status(503));

    HttpResponse<String> answer = create();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo("CHANNEL_UNAVAILABLE");
    assertThat(answer.headers().firstValue("Rate-Limit-Reset")).isEmpty();
  }

  @Test
  void statusWithoutACodeOfItsOwnKeepsTheStatus() throws Exception {
    control.setFault("create", Fault.status(502));

    HttpResponse<String> answer = create();

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo("SERVER_ERROR");
  }

  @Test
  void codeIsCreatedAfterItsCreatorHasGivenUp() {
    control.setFault("create", Fault.slow(Duration.ofMillis(500)).times(1));

    assertThatThrownBy(() -> create(Duration.ofMillis(100)))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(control.awaitCode(reference, PATIENCE).status()).isEqualTo("ACTIVE");
    assertThat(control.pay(reference).deliveries()).hasSize(1);
  }

  @Test
  void codeIsThereWhenTheAnswerIsLost() {
    control.setFault("create", Fault.dropAfter().times(1));

    assertThatThrownBy(this::create).isInstanceOf(IOException.class);

    assertThat(control.code(reference).status()).isEqualTo("ACTIVE");
  }

  @Test
  void paymentHappensWhenTheAnswerToItIsLost() throws Exception {
    createV2();
    control.setFault("simulate", Fault.dropAfter().times(1));

    assertThatThrownBy(() -> xendit.simulate(reference, "")).isInstanceOf(IOException.class);

    assertThat(awaitWebhooks(1)).hasSize(1);
  }

  @Test
  void eachCallHasItsOperation() throws Exception {
    String id = createV2();
    xendit.get(XenditWire.V2, "/qr_codes/" + id);
    xendit.get(XenditWire.V2, "/qr_codes/" + id + "/payments");
    xendit.get(XenditWire.V1, "/qr_codes/payments?external_id=" + reference);
    xendit.simulate(id, "");
    xendit.refund("qrpy_none", "{\"reason\": \"late\"}");
    xendit.get(XenditWire.V2, "/balance");

    assertThat(control.calls())
        .extracting(call -> call.operation())
        .containsExactly("other", "refund", "simulate", "payments", "payments", "get", "create");
    assertThat(control.calls("create").get(0).headers()).containsEntry("authorization", "***");
  }

  private HttpResponse<String> create() throws Exception {
    return create(PATIENCE);
  }

  private HttpResponse<String> create(Duration timeout) throws Exception {
    return xendit.send(
        "POST",
        "/qr_codes",
        XenditWire.V2,
        XenditWire.codeV2(reference, 40_000, expiry),
        "xnd_development_sandbox:",
        timeout);
  }
}
