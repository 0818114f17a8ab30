package com.partnerbridges.iiko;

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
  private record Form(String call, Map<String, String> good, Map<String, List<String>> garbage) {}

  /** MAX_BODY_SIZE. */
  private static final int LARGEST = 64 * 1024;

  private static final Form RENAME =
      new Form(
          "PATCH /restaurants/d-1",
          Map.of("display_name", "\"The Harbour\""),
          Map.of(
              "display_name", and(TEXT, "\" \"", "\"a\\u2028b\"", "\"" + "a".repeat(201) + "\"")));

  private static final List<String> LINE =
      and(TEXT, "\" \"", "\"a\\u2028b\"", "\"" + "a".repeat(501) + "\"");

  /** Nobody listens there, should it come to that. */
  private static final Map<String, String> LOGIN =
      Map.of(
          "username", "\"api\"",
          "password", "\"secret-in-the-body\"",
          "base_url", "\"http://127.0.0.1:9\"");

  private static final Form CONNECT =
      new Form(
          "POST /connect",
          LOGIN,
          Map.of(
              "username", and(LINE, "null"),
              "password", and(LINE, "null"),
              "base_url", and(LINE, "null", "\"gar-bage\"", "\"file:///etc/passwd\""),
              "source", and(LINE, "\"gar-bage\"", "\"XML\"", "7"),
              "time_zone", and(LINE, "\"gar-bage\"", "\"Mars/Base\""),
              "alert_email", and(LINE, "\"gar-bage\"", "\"a@b@c\"", "\"@\"")));

  private static final Form CREDENTIALS =
      new Form(
          "PUT /credentials",
          Map.of("username", "\"api\"", "password", "\"secret-in-the-body\""),
          Map.of("username", and(LINE, "null"), "password", and(LINE, "null")));

  private static final List<String> DAY =
      and(TEXT, "\"gar-bage\"", "\"2026-02-30\"", "\"+999999999-12-31\"", "7", "true");

  private static final Form SYNC =
      new Form(
          "POST /sync/invoices",
          Map.of("from", "\"2025-01-31\"", "to", "\"2025-02-28\""),
          Map.of(
              "from",
              DAY,
              "to",
              DAY,
              "full",
              and(List.of("\"gar-bage\"", "7", "[]", "{}", "\"\"")),
              "may_shrink",
              and(List.of("\"gar-bage\"", "7", "[]", "{}", "\"\""))));

  private static final List<Form> FORMS = List.of(RENAME, CONNECT, CREDENTIALS, SYNC);

  @Test
  void everyFieldOfEveryCall() {
    for (Form form : FORMS) {
      bodies(form.good, form.garbage).stream()
          .filter(body -> body.length() < LARGEST) // what is larger is turned away unread
          .forEach(body -> assertRefused(with(form, body)));
    }
  }

  @Test
  void wholeBodiesOfEveryCall() {
    for (Form form : FORMS) {
      and(ANY, "null", "[]", "{}", "7", "true", "\"gar-bage\"", "<gar-bage/>")
          .forEach(body -> assertRefused(with(form, body)));
      assertOddBodiesRefused(form);
    }
  }

  private void assertOddBodiesRefused(Form form) {
    String field = form.garbage.keySet().iterator().next();
    String good = json(form.good, "unknown", "1");
    assertRefused(with(form, "[" + good + "]"));
    assertRefused(with(form, good + " gar-bage"));
    assertRefused(with(form, good + good));
    assertRefused(with(form, json(form.good, field + "\":null,\"" + field, "null")));
    assertRefused(with(form, json(form.good, "unknown", "[".repeat(5000))));
    assertRefused(with(form, "").with(json(form.good, "a", "\"\u00e9\"").getBytes(ISO_8859_1)));
    assertRefused(with(form, "").with("gar-bage".getBytes(UTF_16)));
    assertRefused(with(form, "").with(new byte[] {0, 0, -1, -1, 31, -117, 8, 0}));
    assertRefused(with(form, good).with("Content-Length", String.valueOf(LARGEST + 1)));
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "gar-bage", ";")) {
      assertRefused(with(form, good).with("Content-Type", type));
    }
  }

  private RawHttp with(Form form, String body) {
    return request(form.call).with(body);
  }
}
