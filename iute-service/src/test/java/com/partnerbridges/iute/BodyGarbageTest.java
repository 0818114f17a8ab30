package com.partnerbridges.iute;

import static com.partnerbridges.dev.testkit.JsonGarbage.ANY;
import static com.partnerbridges.dev.testkit.JsonGarbage.NUMBER;
import static com.partnerbridges.dev.testkit.JsonGarbage.TEXT;
import static com.partnerbridges.dev.testkit.JsonGarbage.and;
import static com.partnerbridges.dev.testkit.JsonGarbage.bodies;
import static com.partnerbridges.dev.testkit.JsonGarbage.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields are JSON as it stands in the body: garbage must not be repaired by a writer. */
@QuarkusTest
class BodyGarbageTest extends GarbageTest {

  private static final String CREATE = "POST /create_iute_payment";

  private static final Map<String, String> PAYMENT =
      Map.of(
          "amount", "100.5",
          "customerPhone", "\"" + CUSTOMER + "\"",
          "salesmanIdentifier", "\"salesman-7\"",
          "currency", "\"EUR\"");
  private static final Map<String, String> ITEM =
      Map.of("id", "\"1\"", "displayName", "\"Phone\"", "unitPrice", "100.5", "qty", "1");
  private static final Map<String, String> RESOLUTION =
      Map.of("decision", "\"DISMISSED\"", "note", "\"looked at\"");

  private static final Map<String, List<String>> PAYMENT_GARBAGE =
      Map.of(
          "amount", and(NUMBER, "0", "0.00", "10000000.01"),
          "customerPhone", and(TEXT, "null", "355691234567", "\"+0691234567\"", "\"++355 69\""),
          "salesmanIdentifier", and(TEXT, "null"),
          "currency", and(TEXT, "null", "0", "\"eur\"", "\"USD\"", "\"EUR \""),
          "orderId", and(TEXT, "\" \"", "\"a/b\"", "\"\u00e9\"", "\"';drop table payment;--\""),
          "posId", TEXT,
          "userPin", and(TEXT, "\"12 34\"", "\"" + "1".repeat(21) + "\""),
          "birthday", and(TEXT, "\"1990-12-31\"", "\"00.01.1990\"", "31.12"),
          "items", List.of("7", "{}", "\"gar-bage\"", "[7]", "[null]", "[[]]", "[{}]"),
          "metadata",
              List.of(
                  "7",
                  "[]",
                  "\"gar-bage\"",
                  "{\"key\":null}",
                  "{\"key\":{}}",
                  "{\"\":\"gar-bage\"}",
                  "{\"gar-bage\":\"\\u0000\"}",
                  "{\"gar-bage\\u0000\":\"1\"}",
                  "{\"gar-bage\":\"\\ud800\"}",
                  "{\"gar-bage\\ud800\":\"1\"}",
                  "{\"gar-bage\":\"1\",\"gar-bage\":\"2\"}",
                  "{\"gar-bage\":\"" + "a".repeat(501) + "\"}"));
  private static final Map<String, List<String>> ITEM_GARBAGE =
      Map.of(
          "id", and(TEXT, "null"),
          "displayName", and(TEXT, "null"),
          "sku", TEXT,
          "unitPrice", NUMBER,
          "qty", and(NUMBER, "0", "1.5", "1000001", "2147483648", "99999999999999999999"),
          "itemImageUrl", and(TEXT, "\"javascript:gar-bage\"", "\"gar-bage\""),
          "itemUrl", and(TEXT, "\"file:///gar-bage\"", "\"https://\""));
  private static final Map<String, List<String>> RESOLUTION_GARBAGE =
      Map.of(
          "decision", and(TEXT, "null", "0", "\"MAYBE\"", "\"paid\"", "true"),
          "note", and(TEXT, "null", "\"" + "a".repeat(1001) + "\""));

  @Test
  void everyFieldOfAPayment() {
    bodies(PAYMENT, PAYMENT_GARBAGE).forEach(body -> assertRefused(create(body)));
  }

  @Test
  void everyFieldOfAnItem() {
    bodies(ITEM, ITEM_GARBAGE).stream()
        .map(item -> json(PAYMENT, "items", "[" + item + "]"))
        .forEach(body -> assertRefused(create(body)));
  }

  @Test
  void moreThanIsAllowed() {
    String item = json(ITEM, "sku", "\"1\"");
    assertRefused(create(json(PAYMENT, "items", "[" + (item + ",").repeat(100) + item + "]")));
    StringBuilder metadata = new StringBuilder("{\"0\":\"\"");
    for (int i = 1; i < 21; i++) {
      metadata.append(",\"").append(i).append("\":\"\"");
    }
    assertRefused(create(json(PAYMENT, "metadata", metadata + "}")));
  }

  @Test
  void everyFieldOfAResolution() {
    bodies(RESOLUTION, RESOLUTION_GARBAGE)
        .forEach(body -> assertRefused(request("POST /attention/1/resolve", OPERATOR).with(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {CREATE + " " + POS, "POST /attention/1/resolve " + OPERATOR})
  void wholeBodies(String call) {
    int key = call.lastIndexOf(' ');
    RawHttp request = request(call.substring(0, key), call.substring(key + 1));
    String good = json(PAYMENT, "note", "\"1\"");
    List<String> texts =
        and(ANY, "null", "[]", "{}", "7", "true", "\"gar-bage\"", "[" + good + "]", "<gar-bage/>");
    texts.forEach(text -> assertRefused(request.with(text)));
    assertRefused(request.with(good + " gar-bage"));
    assertRefused(request.with(good + good));
    assertRefused(request.with(json(PAYMENT, "amount\":1,\"amount", "1")));
    assertRefused(request.with(json(PAYMENT, "unknown", "[".repeat(5000))));
    assertRefused(request.with(json(PAYMENT, "posId", "\"\u00e9\"").getBytes(ISO_8859_1)));
    assertRefused(request.with("gar-bage".getBytes(UTF_16)));
    assertRefused(request.with(new byte[] {0, 0, -1, -1, 31, -117, 8, 0}));
  }

  private static RawHttp create(String body) {
    return request(CREATE, POS).with(body);
  }
}
