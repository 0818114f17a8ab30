package com.partnerbridges.dev.sandbox.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XenditCreateTest extends XenditRig {

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "other-key:", "xnd_development_sandbox:password"})
  void onlyTheSecretKeyWithAnEmptyPasswordOpens(String user) throws Exception {
    HttpResponse<String> answer =
        xendit.send("POST", "/qr_codes", XenditWire.V2, v2(), user, Duration.ofSeconds(10));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo("INVALID_API_KEY");
    assertThat(XenditWire.json(answer).get("message").asText()).isNotBlank();
  }

  @Test
  void v2CodeIsActiveAndEchoesItsExpiry() throws Exception {
    HttpResponse<String> answer = xendit.create(XenditWire.V2, v2());

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode code = XenditWire.json(answer);
    assertThat(code.get("id").asText()).startsWith("qr_");
    assertThat(code.get("reference_id").asText()).isEqualTo(reference);
    assertThat(code.get("type").asText()).isEqualTo("DYNAMIC");
    assertThat(code.get("currency").asText()).isEqualTo("IDR");
    assertThat(code.get("amount").isInt()).isTrue();
    assertThat(code.get("amount").asInt()).isEqualTo(40_000);
    assertThat(code.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(Instant.parse(code.get("expires_at").asText())).isEqualTo(expiry);
    assertThat(code.at("/metadata/location").asInt()).isEqualTo(7);
    for (String field : new String[] {"business_id", "channel_code", "qr_string", "created"}) {
      assertThat(code.get(field).asText()).as(field).isNotBlank();
    }
    assertThat(code.has("updated")).isTrue();
  }

  @Test
  void v2ReferenceMayRepeatAndMakesAnotherCode() throws Exception {
    String first = createV2();

    HttpResponse<String> second = xendit.create(XenditWire.V2, v2());

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(XenditWire.json(second).get("id").asText()).isNotEqualTo(first);
    assertThat(control.codes()).extracting(XenditCode::qrString).hasSize(2).doesNotHaveDuplicates();
    assertThat(control.code(reference).id()).isNotEqualTo(first);
  }

  @Test
  void v1CodeIsMadeWithoutTheHeader() throws Exception {
    HttpResponse<String> answer = xendit.create(XenditWire.V1, v1());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode code = XenditWire.json(answer);
    assertThat(code.get("external_id").asText()).isEqualTo(reference);
    assertThat(code.get("callback_url").asText()).isEqualTo(receiver.url("/own").toString());
    assertThat(code.get("amount").asInt()).isEqualTo(40_000);
    assertThat(code.has("expires_at")).isFalse();
  }

  @Test
  void takenExternalIdIsAConflict() throws Exception {
    createV1();

    HttpResponse<String> again = xendit.create(XenditWire.V1, v1());

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(XenditWire.json(again).get("error_code").asText()).isEqualTo("DUPLICATE_ERROR");
    assertThat(control.codes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "reference_id, ''",
    "type, 'STATIC'",
    "currency, 'USD'",
    "amount, 0",
    "amount, 10000001",
    "amount, 40000.5",
    "amount, '40000'",
    "amount, 99999999999999999999",
    "expires_at, '2020-01-01T00:00:00Z'",
    "expires_at, 'in a quarter'",
    "expires_at, 900",
    "metadata, []",
  })
  void badV2FieldIsNamed(String field, String value) throws Exception {
    boolean number = value.matches("[0-9.]+|\\[]") && !"40000".equals(value);
    String bad =
        v2().replaceFirst(
                "\"" + field + "\": (\"[^\"]*\"|\\{[^}]*}|\\d+)",
                "\"" + field + "\": " + (number ? value : "\"" + value + "\""));

    HttpResponse<String> answer = xendit.create(XenditWire.V2, bad);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = XenditWire.json(answer);
    assertThat(error.get("error_code").asText()).isEqualTo("API_VALIDATION_ERROR");
    assertThat(error.get("errors")).hasSize(1);
    assertThat(error.at("/errors/0/path").asText()).isEqualTo(field);
    assertThat(control.codes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7"})
  void bodyThatIsNoCodeIsRefused(String body) throws Exception {
    assertThat(xendit.create(XenditWire.V2, body).statusCode()).isEqualTo(400);
  }

  @Test
  void v1CodeNeedsACallbackUrl() throws Exception {
    HttpResponse<String> answer =
        xendit.create(XenditWire.V1, v1().replace("callback_url", "callback"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(XenditWire.json(answer).at("/errors/0/path").asText()).isEqualTo("callback_url");
  }

  @Test
  void versionThatDoesNotExistIsRefused() throws Exception {
    assertThat(xendit.create("2022-07-32", v2()).statusCode()).isEqualTo(400);
  }

  @Test
  void expiryMayHaveSevenFractionalDigits() throws Exception {
    String body = v2().replace(expiry.toString(), "2999-01-01T00:00:00.1234567Z");

    HttpResponse<String> answer = xendit.create(XenditWire.V2, body);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(control.code(reference).expiresAt()).isEqualTo("2999-01-01T00:00:00.1234567Z");
  }

  @ParameterizedTest
  @CsvSource({
    "10100, 403, CHANNEL_NOT_ACTIVATED",
    "10101, 503, CHANNEL_UNAVAILABLE",
    "10102, 500, SERVER_ERROR",
  })
  void magicAmountIsRefusedAndLeavesNoCode(long amount, int status, String error) throws Exception {
    HttpResponse<String> answer =
        xendit.create(XenditWire.V2, XenditWire.codeV2(reference, amount, expiry));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(XenditWire.json(answer).get("error_code").asText()).isEqualTo(error);
    assertThat(control.codes()).isEmpty();
  }

  private String v2() {
    return XenditWire.codeV2(reference, 40_000, expiry);
  }

  private String v1() {
    return XenditWire.codeV1(reference, receiver.url("/own"));
  }
}
