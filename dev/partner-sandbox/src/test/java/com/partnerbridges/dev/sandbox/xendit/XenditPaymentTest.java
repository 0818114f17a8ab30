package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Delivery;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XenditPaymentTest extends XenditRig {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void simulatedPaymentIsToldByWebhook(boolean byReference) throws Exception {
    String id = createV2();

    HttpResponse<String> answer = xendit.simulate(byReference ? reference : id, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    Receiver.Received webhook = awaitWebhooks(1).get(0);
    assertThat(body(webhook).at("/data/id")).isEqualTo(XenditWire.json(answer).get("id"));
    assertThat(body(webhook).at("/data/amount").asInt()).isEqualTo(40_000);
  }

  @Test
  void simulatedAmountMayBeAnother() throws Exception {
    createV2();

    xendit.simulate(reference, "{\"amount\": 39999}");

    assertThat(body(awaitWebhooks(1).get(0)).at("/data/amount").asInt()).isEqualTo(39_999);
  }

  @Test
  void secondPaymentIsRefused() throws Exception {
    createV2();
    control.pay(reference);

    HttpResponse<String> second = xendit.simulate(reference, "");

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(XenditWire.json(second).get("error_code").asText()).isEqualTo("INACTIVE_QR_CODE");
    assertThat(control.code(reference).payments()).hasSize(1);
  }

  @Test
  void expiredCodeIsNotPaid() throws Exception {
    createV2();
    control.expire(reference);

    HttpResponse<String> late = xendit.simulate(reference, "");

    assertThat(late.statusCode()).isEqualTo(400);
    assertThatThrownBy(() -> control.pay(reference)).hasMessageContaining("expired");
    assertThat(control.code(reference).payments()).isEmpty();
  }

  @Test
  void codeExpiresByXenditsOwnClock() throws Exception {
    expiry = Instant.now().plusMillis(300);
    createV2();

    XenditCode expired =
        ControlHttp.await(
            "expiry",
            PATIENCE,
            () ->
                Optional.of(control.code(reference))
                    .filter(code -> code.status().equals("INACTIVE")));

    assertThat(expired.payments()).isEmpty();
    assertThat(xendit.simulate(reference, "").statusCode()).isEqualTo(400);
  }

  @Test
  void forcedPaymentComesAfterExpiry() throws Exception {
    createV2();
    control.expire(reference);

    Paid paid = control.pay(reference, PayOptions.USUAL.forced());

    assertThat(paid.deliveries()).singleElement().matches(Delivery::accepted);
    assertThat(paid.code().payments())
        .singleElement()
        .matches(payment -> payment.id().equals(paid.paymentId()));
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void forcedPaymentMayBeTheSecond() throws Exception {
    createV2();
    String first = control.pay(reference).paymentId();

    Paid second = control.pay(reference, PayOptions.USUAL.forced());

    assertThat(second.code().payments())
        .extracting(XenditPayment::id)
        .containsExactly(first, second.paymentId());
  }

  @Test
  void failedPaymentLeavesTheCodeOpen() throws Exception {
    createV2();

    control.pay(reference, PayOptions.USUAL.status("FAILED"));

    assertThat(body(receiver.received().get(0)).at("/data/status").asText()).isEqualTo("FAILED");
    assertThat(control.code(reference).status()).isEqualTo("ACTIVE");
    assertThat(control.pay(reference).code().payments()).hasSize(2);
  }

  @Test
  void codeCanBePaidBeforeItsCreatorHasTheAnswer() throws Exception {
    control.payBeforeCreateAnswer(true);

    String id = createV2();

    assertThat(receiver.received())
        .singleElement()
        .satisfies(webhook -> assertThat(body(webhook).at("/data/qr_id").asText()).isEqualTo(id));
    createV2();
    assertThat(receiver.received()).as("for the next code only").hasSize(1);
  }
}
