package com.partnerbridges.dev.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.RawHttp.Answer;
import java.util.ArrayList;
import java.util.List;

/** Sends requests that no caller should send, and collects what is wrong with the answers. */
public final class GarbageAnswers {

  /** Part of the garbage, so that an echo is heard. */
  public static final String GARBAGE = "gar-bage";

  private static final List<String> INTERNALS =
      List.of(
          "partnerbridges",
          "java.",
          "jakarta",
          "vertx",
          "Exception",
          "\tat ",
          "postgres",
          "select ");

  private final String mediaType;
  private final String form;
  private final List<String> secrets;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param mediaType of every refusal
   * @param form regular expression that every refusal's body matches
   * @param secrets what no answer and no log line may show
   */
  public GarbageAnswers(String mediaType, String form, List<String> secrets) {
    this.mediaType = mediaType;
    this.form = "(?s)" + form;
    this.secrets = List.copyOf(secrets);
  }

  /** A 4xx that says why, in the service's form. */
  public void refused(RawHttp request) {
    Answer answer = request.send();
    complain(request, answer, !answer.hasType(mediaType), "is not " + mediaType);
    complain(request, answer, !answer.body().matches(form), "has another form");
    bearable(request, answer, 400);
  }

  /** Nothing worse than a 4xx. */
  public void bearable(RawHttp request) {
    bearable(request, request.send(), 200);
  }

  /** Fails when anything was wrong, in the answers or in what was logged meanwhile. */
  public void assertNothingWrong(LogCapture log) {
    assertThat(complaints).isEmpty();
    assertThat(log.lines())
        .noneMatch(line -> holdsAny(line, secrets))
        .noneMatch(line -> line.contains("\tat "));
  }

  private void bearable(RawHttp request, Answer answer, int atLeast) {
    boolean outOfRange = answer.status() < atLeast || answer.status() > 499;
    complain(request, answer, outOfRange, "has status " + answer.status());
    String shown = answer.body();
    complain(request, answer, shown.contains(GARBAGE), "echoes the garbage");
    complain(request, answer, holdsAny(shown, INTERNALS), "shows internals");
    complain(request, answer, holdsAny(shown, secrets), "shows secrets");
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

  private static boolean holdsAny(String text, List<String> parts) {
    return parts.stream().anyMatch(text::contains);
  }
}
