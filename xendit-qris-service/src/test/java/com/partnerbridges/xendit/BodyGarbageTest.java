package com.partnerbridges.xendit;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fields are JSON as it stands in the body: garbage must not be repaired by a writer. */
@QuarkusTest
class BodyGarbageTest extends GarbageTest {

  /** A call with a good body, and what each of its fields must not be. */
  private record Form(
      String call, String token, Map<String, String> good, Map<String, List<String>> garbage) {

    RawHttp with(String body) {
      return request(call, token).with(body);
    }
  }

  private static final List<String> WHOLE_NUMBER = and(NUMBER, "0", "1.5", "1e-1", "true");
  private static final List<String> OPTIONAL_NUMBER =
      WHOLE_NUMBER.stream().filter(text -> !text.equals("null")).toList();

  /** Space around it, line ends too, is not part of it. */
  private static final List<String> NAME =
      and(
          TEXT.stream().filter(text -> !text.endsWith("\\n\"")).toList(),
          "null",
          "\" \"",
          "\"" + "a".repeat(101) + "\"",
          "\"a\\u2028b\"");

  private static final List<String> EMAIL =
      and(
          TEXT,
          "\" \"",
          "\"gar-bage\"",
          "\"gar-bage@\"",
          "\"@example.net\"",
          "\"gar bage@example.net\"",
          "\"a@example.net, gar-bage@example.net\"",
          "\"a@example.net\\r\\nBcc: gar-bage@example.net\"",
          "\"<a@example.net>\"",
          "\"a@" + "b.".repeat(200) + "net\"");
  private static final List<String> LINKS =
      List.of(
          "null",
          "7",
          "{}",
          "[]",
          "\"gar-bage\"",
          "[null]",
          "[7]",
          "[[]]",
          "[\"\"]",
          "[\"gar-bage\"]",
          "[\"http://photos.example.com/gar-bage.jpg\"]",
          "[\"https://gar-bage.example/1.jpg\"]",
          "[\"https://photos.example.com.gar-bage.example/1.jpg\"]",
          "[\"https://gar-bage@photos.example.com/1.jpg\"]",
          "[\"https://photos.example.com:8443/gar-bage.jpg\"]",
          "[\"https://photos.example.com\\\\@gar-bage.example/1.jpg\"]",
          "[\"https://photos.example.com/\\u0000\"]",
          "[\"https://photos.example.com/\\ud800\"]",
          "[\"https://photos.example.com/gar\\nbage\"]",
          "[\"javascript:gar-bage\"]",
          "[\"//photos.example.com/gar-bage\"]",
          "[\"https://photos.example.com/" + "a".repeat(2000) + "\"]",
          "[\"https://photos.example.com/2.jpg\",\"gar-bage\"]",
          "[" + "\"https://photos.example.com/2.jpg\",".repeat(100) + "\"https://a\"]");

  private Stream<Form> forms() {
    String ofPaid = "POST /api/v1/transactions/" + paid;
    Map<String, List<String>> price =
        Map.of("mp_name", NAME, "mp_amount", and(WHOLE_NUMBER, "10000001"));
    return Stream.of(
        new Form(
            "POST /api/v1/transactions",
            STAFF,
            Map.of("location_id", "1"),
            Map.of("location_id", WHOLE_NUMBER, "price_id", OPTIONAL_NUMBER, "email", EMAIL)),
        new Form(
            ofPaid + "/refund",
            ADMIN,
            Map.of("reason", "\"late\""),
            Map.of(
                "reason", and(TEXT, "null", "\" \"", "\"" + "a".repeat(256) + "\""),
                "amount", and(OPTIONAL_NUMBER, "40001"),
                "payment_id", and(TEXT, "\"gar-bage/..\"", "\"" + "a".repeat(101) + "\""))),
        new Form(ofPaid + "/photos", STAFF, Map.of("urls", "[]"), Map.of("urls", LINKS)),
        new Form(
            ofPaid + "/photos/email",
            STAFF,
            Map.of(),
            Map.of("email", EMAIL, "again", List.of("\"gar-bage\"", "{}", "[]", "\"\"", "1.5"))),
        new Form(
            "POST /api/v1/attention/1/resolve",
            ADMIN,
            Map.of("note", "\"looked at\""),
            Map.of(
                "note", and(TEXT, "null", "\" \"", "\"" + "a".repeat(1001) + "\""),
                "decision", and(TEXT, "0", "true", "\"MAYBE\"", "\"noted\""))),
        new Form(
            "POST /api/v1/locations",
            ADMIN,
            Map.of("ml_name", "\"Senayan\""),
            Map.of("ml_name", NAME)),
        new Form(
            "PUT /api/v1/locations/1",
            ADMIN,
            Map.of("ml_name", "\"Senayan\""),
            Map.of("ml_name", NAME)),
        new Form(
            "POST /api/v1/prices",
            ADMIN,
            Map.of("mp_name", "\"One strip\"", "mp_amount", "1"),
            price),
        new Form(
            "PUT /api/v1/prices/1",
            ADMIN,
            Map.of("mp_name", "\"One strip\"", "mp_amount", "1"),
            price));
  }

  @Test
  void everyFieldOfEveryCall() {
    forms()
        .forEach(
            form ->
                bodies(form.good, form.garbage).forEach(body -> assertRefused(form.with(body))));
  }

  @Test
  void wholeBodiesOfEveryCall() {
    forms().forEach(this::assertWholeBodiesRefused);
  }

  private void assertWholeBodiesRefused(Form form) {
    String field = form.garbage.keySet().iterator().next();
    String good = json(form.good, "unknown", "1");
    and(ANY, "null", "[]", "7", "true", "\"gar-bage\"", "[" + good + "]", "<gar-bage/>").stream()
        .filter(body -> !form.good.isEmpty() || !body.startsWith("{"))
        .forEach(body -> assertRefused(form.with(body)));
    assertRefused(form.with(good + " gar-bage"));
    assertRefused(form.with(good + good));
    assertRefused(form.with(json(form.good, field + "\":null,\"" + field, "null")));
    assertRefused(form.with(json(form.good, "unknown", "[".repeat(5000))));
    assertRefused(form.with(good).with(json(form.good, "a", "\"\u00e9\"").getBytes(ISO_8859_1)));
    assertRefused(form.with("").with("gar-bage".getBytes(UTF_16)));
    assertRefused(form.with("").with(new byte[] {0, 0, -1, -1, 31, -117, 8, 0}));
    assertRefused(form.with(good).with("Content-Length", String.valueOf(256 * 1024 + 1)));
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "gar-bage", ";")) {
      assertRefused(form.with(good).with("Content-Type", type));
    }
  }
}
