package com.partnerbridges.iute;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.dev.testkit.RawHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What no caller may bring about, whatever it sends. */
abstract class GarbageTest extends ServiceTest {

  /** Part of the garbage, so that an echo is heard. */
  static final String GARBAGE = "gar-bage";

  /** Another phone than the one that a refusal shows as an example. */
  static final String CUSTOMER = "+355697654321";

  private static final String[] INTERNALS = {
    "partnerbridges", "java.", "jakarta", "vertx", "Exception", "\tat ", "postgres", "select "
  };
  private static final String[] SECRETS = {
    POS, OTHER_POS, READER, OPERATOR, "sandbox-token", CUSTOMER.substring(1)
  };

  private final List<String> complaints = new ArrayList<>();
  private LogCapture log;

  @BeforeEach
  void listen() {
    log = new LogCapture();
  }

  @AfterEach
  void nothingRemains() {
    long rows =
        count(
            "select (select count(*) from payment) + (select count(*) from delivery)"
                + " + (select count(*) from attention)");
    int wellMeant = create(wish(newOrderId())).statusCode();
    log.close();

    assertThat(complaints).isEmpty();
    assertThat(rows).as("rows written").isZero();
    assertThat(wellMeant).isEqualTo(200);
    assertThat(log.lines())
        .isNotEmpty()
        .noneMatch(line -> holdsAny(line, SECRETS) || line.contains(PHONE.substring(1)))
        .noneMatch(line -> line.contains("\tat "));
  }

  static RawHttp request(String requestLine, String key) {
    return RawHttp.of(requestLine).with("X-API-Key", key);
  }

  /** A 4xx that says why, in a problem. */
  void assertRefused(RawHttp request) {
    Answer answer = request.send();
    complain(request, answer, !answer.hasType("application/problem+json"), "is no problem");
    complain(
        request, answer, !answer.body().matches("(?s).*\"code\":\"[A-Z_]+\".*"), "has no code");
    assertBearable(request, answer, 400);
  }

  /** Nothing worse than a 4xx. */
  void assertBearable(RawHttp request) {
    assertBearable(request, request.send(), 200);
  }

  private void assertBearable(RawHttp request, Answer answer, int atLeast) {
    boolean outOfRange = answer.status() < atLeast || answer.status() > 499;
    complain(request, answer, outOfRange, "has status " + answer.status());
    String shown = answer.body();
    complain(request, answer, shown.contains(GARBAGE), "echoes the garbage");
    complain(request, answer, holdsAny(shown, INTERNALS), "shows internals");
    complain(request, answer, holdsAny(shown, SECRETS), "shows secrets");
  }

  private void complain(RawHttp request, Answer answer, boolean wrong, String what) {
    if (wrong) {
      complaints.add(
          "answer to %s %s %s %s: %s"
              .formatted(
                  request.requestLine(),
                  request.headers(),
                  start(new String(request.body())),
                  what,
                  start(answer.body())));
    }
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 300));
  }

  private static boolean holdsAny(String text, String... parts) {
    return List.of(parts).stream().anyMatch(text::contains);
  }
}
