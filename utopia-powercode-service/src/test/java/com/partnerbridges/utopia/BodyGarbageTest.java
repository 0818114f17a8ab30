package com.partnerbridges.utopia;

import static com.partnerbridges.dev.testkit.JsonGarbage.ANY;
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

/** Fields are JSON as it stands in the body: garbage must not be repaired by a writer. */
@QuarkusTest
class BodyGarbageTest extends GarbageTest {

  /** A call with a good body, and what each of its fields must not be. */
  private record Form(String call, Map<String, String> good, Map<String, List<String>> garbage) {

    RawHttp with(String body) {
      return request("POST " + call, OPERATOR).with(body);
    }
  }

  /** MAX_BODY_SIZE. */
  private static final int LARGEST = 64 * 1024;

  private static final List<String> TIME =
      and(
          TEXT,
          "null",
          "\"gar-bage\"",
          "\"2026-01-31\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"-1000000000-01-01T00:00:00Z\"",
          "\"+10000-01-01T00:00:00Z\"",
          "true");
  private static final List<String> STEP =
      and(
          TEXT,
          "7",
          "true",
          "\"gar-bage\"",
          "\"TICKET\"",
          "\"service:\"",
          "\"service:0\"",
          "\"service:1234567890\"",
          "\"service:164 \"",
          "\"ticket' or '1'='1\"");

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "/orders",
              Map.of("orderref", "\"UIA-2\""),
              Map.of(
                  "orderref",
                  and(
                      TEXT,
                      "null",
                      "\" UIA-2\"",
                      "\"gar/bage\"",
                      "\"%41\"",
                      "\"-2\"",
                      "\"\u00e9\""))),
          new Form(
              "/orders/retry",
              Map.of(
                  "state", "\"DEAD\"",
                  "from", "\"2026-01-31T08:00:00Z\"",
                  "to", "\"2026-01-31T18:00:00Z\""),
              Map.of(
                  "state", and(TEXT, "null", "0", "true", "\"dead\"", "\"DONE\"", "\"MAYBE\""),
                  "from", TIME,
                  "to", TIME)),
          new Form(
              ORDER + "/resolve",
              Map.of("note", "\"seen\""),
              Map.of(
                  "note",
                  and(TEXT, "null", "\" \"", "\"a\\u2028b\"", "\"" + "a".repeat(501) + "\""))),
          new Form(
              ORDER + "/step",
              Map.of("step", "\"customer\"", "result", "\"7001\""),
              Map.of(
                  "step",
                  and(STEP, "null", "\"mail \""),
                  "result",
                  and(
                      TEXT,
                      "null",
                      "\"-1\"",
                      "\"7 1\"",
                      "\"\u0661\"",
                      "\"" + "1".repeat(19) + "\""))));

  /** What it names is optional, so nothing is not among its garbage. */
  private static final Form RETRY =
      new Form(ORDER + "/retry", Map.of("repeat", "\"ticket\""), Map.of("repeat", STEP));

  @Test
  void everyFieldOfEveryCall() {
    FORMS.forEach(this::assertFieldsRefused);
    assertFieldsRefused(RETRY);
  }

  @Test
  void wholeBodiesOfEveryCall() {
    for (Form form : FORMS) {
      and(ANY, "null", "[]", "{}", "7").forEach(body -> assertRefused(form.with(body)));
      assertWholeBodiesRefused(form);
    }
    and(ANY, "[]", "7").stream()
        .filter(body -> !body.isEmpty() && !body.startsWith("{"))
        .forEach(body -> assertRefused(RETRY.with(body)));
    assertWholeBodiesRefused(RETRY);
  }

  private void assertFieldsRefused(Form form) {
    bodies(form.good, form.garbage).stream()
        .filter(body -> body.length() < LARGEST) // what is larger is turned away unread
        .forEach(body -> assertRefused(form.with(body)));
  }

  private void assertWholeBodiesRefused(Form form) {
    String field = form.garbage.keySet().iterator().next();
    String good = json(form.good, "unknown", "1");
    List.of("true", "\"gar-bage\"", "[" + good + "]", "<gar-bage/>")
        .forEach(body -> assertRefused(form.with(body)));
    assertRefused(form.with(good + " gar-bage"));
    assertRefused(form.with(good + good));
    assertRefused(form.with(json(form.good, field + "\":null,\"" + field, "null")));
    assertRefused(form.with(json(form.good, "unknown", "[".repeat(5000))));
    assertRefused(form.with(good).with(json(form.good, "a", "\"\u00e9\"").getBytes(ISO_8859_1)));
    assertRefused(form.with("").with("gar-bage".getBytes(UTF_16)));
    assertRefused(form.with("").with(new byte[] {0, 0, -1, -1, 31, -117, 8, 0}));
    assertRefused(form.with(good).with("Content-Length", String.valueOf(LARGEST + 1)));
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "gar-bage", ";")) {
      assertRefused(form.with(good).with("Content-Type", type));
    }
  }
}
