package com.partnerbridges.iute;

import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers, as they go over the wire. */
@QuarkusTest
class HeaderGarbageTest extends GarbageTest {

  private static final String CREATE = "POST /create_iute_payment";
  private static final String BODY =
      "{\"amount\":1,\"customerPhone\":\"%s\",\"salesmanIdentifier\":\"s\",\"currency\":\"EUR\"}"
          .formatted(CUSTOMER);
  private static final String NOW = String.valueOf(System.currentTimeMillis());
  private static final List<String> TEXT =
      List.of("", " ", "gar bage", "\u00e9", "\u00ff\u00fe", "gar\tbage", "a".repeat(6000));

  @Test
  void idempotencyKeys() {
    TEXT.stream()
        .filter(value -> !value.isBlank()) // none
        .forEach(value -> assertRefused(create().with("Idempotency-Key", value)));
    assertRefused(create().with("Idempotency-Key", "a".repeat(256)));
  }

  @Test
  void apiKeys() {
    TEXT.forEach(value -> assertRefused(create().with("X-API-Key", value)));
    assertRefused(create().with("X-API-Key", POS + "," + POS));
  }

  @Test
  void signatures() {
    for (String path : List.of("POST /iute/confirmation", "POST /iute/cancellation")) {
      RawHttp webhook = request(path, "").with("{\"orderId\":\"order-1\"}");
      assertRefused(webhook);
      for (String garbage : TEXT) {
        assertRefused(signed(webhook, garbage, NOW));
        assertRefused(signed(webhook, "gAAA", garbage));
      }
      List.of("====", "-_-_", "gar-bage", "A".repeat(344), "A".repeat(5000))
          .forEach(signature -> assertRefused(signed(webhook, signature, NOW)));
      List.of("-1", "0", "NaN", "1e12", "1.5", "9".repeat(15), "9".repeat(40), "\u0661", NOW + "0")
          .forEach(timestamp -> assertRefused(signed(webhook, "A".repeat(344), timestamp)));
    }
  }

  @Test
  void mediaTypes() {
    List.of("text/plain", "application/xml", "gar-bage", "gar/bage/;=", ";")
        .forEach(type -> assertRefused(create().with("Content-Type", type)));
    List.of("application/xml", "gar-bage", "gar/bage")
        .forEach(type -> assertRefused(request("GET /payments", READER).with("Accept", type)));
  }

  @Test
  void bodiesOverTheLimit() {
    String tooLarge = String.valueOf(256 * 1024 + 1);
    List.of(
            request(CREATE, POS),
            request("POST /attention/1/resolve", OPERATOR),
            request("POST /iute/confirmation", ""),
            request("POST /iute/cancellation", ""))
        .forEach(call -> assertRefused(call.with("Content-Length", tooLarge)));
  }

  /** Refused below HTTP's own rules, before there is anything to write a problem for. */
  @Test
  void requestsThatAreNoHttp() {
    List.of("gar-bage", "-1", "99999999999999999999")
        .forEach(length -> assertBearable(create().with("Content-Length", length)));
    RawHttp list = request("GET /payments", READER);
    assertBearable(list.with("Transfer-Encoding", "gar-bage"));
    assertBearable(list.with("gar bage", "1"));
    assertBearable(list.with("X-Garbage", "a".repeat(20_000)));
    assertBearable(list.with("X-Garbage", "gar\u0000bage"));
    assertBearable(list.with("X-API-Key", READER + "\u0000"));
  }

  private static RawHttp create() {
    return request(CREATE, POS).with(BODY);
  }

  private static RawHttp signed(RawHttp webhook, String signature, String timestamp) {
    return webhook.with("x-iute-signature", signature).with("x-iute-timestamp", timestamp);
  }
}
