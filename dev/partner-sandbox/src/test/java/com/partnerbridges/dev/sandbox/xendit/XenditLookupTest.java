package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class XenditLookupTest extends XenditRig {

  @Test
  void v2FindsByTheCodesIdOnly() throws Exception {
    String id = createV2();

    HttpResponse<String> byId = xendit.get(XenditWire.V2, "/qr_codes/" + id);

    assertThat(XenditWire.json(byId).get("reference_id").asText()).isEqualTo(reference);
    assertNotFound(xendit.get(XenditWire.V2, "/qr_codes/" + reference));
  }

  @Test
  void v1FindsByExternalIdOnly() throws Exception {
    createV1();
    String id = control.code(reference).id();

    HttpResponse<String> byReference = xendit.get(XenditWire.V1, "/qr_codes/" + reference);

    assertThat(XenditWire.json(byReference).get("id").asText()).isEqualTo(id);
    assertNotFound(xendit.get(XenditWire.V1, "/qr_codes/" + id));
  }

  @Test
  void codeNeverSaysThatItWasPaid() throws Exception {
    String id = createV2();
    control.pay(reference);

    HttpResponse<String> code = xendit.get(XenditWire.V2, "/qr_codes/" + id);

    assertThat(XenditWire.json(code).get("status").asText()).isEqualTo("INACTIVE");
    assertThat(code.body()).doesNotContain("SUCCEEDED", "COMPLETED", "qrpy_");
  }

  @Test
  void v2PaymentsAreListedWithTheirDetail() throws Exception {
    String id = createV2();
    String paymentId = control.pay(reference).paymentId();

    JsonNode page = XenditWire.json(xendit.get(XenditWire.V2, "/qr_codes/" + id + "/payments"));

    assertThat(page.get("has_more").asBoolean(true)).isFalse();
    assertThat(page.get("data")).hasSize(1);
    JsonNode payment = page.at("/data/0");
    assertThat(payment.get("id").asText()).isEqualTo(paymentId);
    assertThat(payment.get("qr_id").asText()).isEqualTo(id);
    assertThat(payment.get("reference_id").asText()).isEqualTo(reference);
    assertThat(payment.get("amount").asInt()).isEqualTo(40_000);
    assertThat(payment.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(payment.at("/payment_detail/receipt_id").asText()).isNotBlank();
  }

  @Test
  void unpaidCodeHasNoPayments() throws Exception {
    String id = createV2();

    JsonNode page = XenditWire.json(xendit.get(XenditWire.V2, "/qr_codes/" + id + "/payments"));

    assertThat(page.get("data").isArray()).isTrue();
    assertThat(page.get("data")).isEmpty();
  }

  @Test
  void v1PaymentsAreAnArrayOfCompletedOnes() throws Exception {
    createV1();
    control.pay(reference);

    JsonNode payments =
        XenditWire.json(xendit.get(XenditWire.V1, "/qr_codes/payments?external_id=" + reference));

    assertThat(payments.isArray()).isTrue();
    assertThat(payments).hasSize(1);
    assertThat(payments.at("/0/status").asText()).isEqualTo("COMPLETED");
    assertThat(payments.at("/0/qr_code/external_id").asText()).isEqualTo(reference);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertNotFound(xendit.get(XenditWire.V2, "/qr_codes/qr_none"));
    assertNotFound(xendit.get(XenditWire.V2, "/qr_codes/qr_none/payments"));
    assertNotFound(xendit.get(XenditWire.V1, "/qr_codes/payments?external_id=none"));
    assertNotFound(xendit.simulate("qr_none", ""));
  }

  @Test
  void listingOfTheOtherGenerationIsNotFound() throws Exception {
    String id = createV2();

    assertNotFound(xendit.get(XenditWire.V1, "/qr_codes/" + id + "/payments"));
    assertNotFound(xendit.get(XenditWire.V2, "/qr_codes/payments?external_id=" + reference));
  }

  private static void assertNotFound(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo("DATA_NOT_FOUND");
  }
}
