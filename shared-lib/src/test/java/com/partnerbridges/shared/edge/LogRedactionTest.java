package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call +355691234512 now            | call +355*****12 now",
        "call +355 69 123-4512 now         | call +355*****12 now",
        "{\"phone\":\"+37369123456\"}      | {\"phone\":\"+373*****56\"}",
        "to anna.b+c@mail.example.com ok   | to ***@*** ok",
        "<anna@example.org>,<b@c.al>       | <***@***>,<***@***>",
        "Authorization: Bearer abc.def     | Authorization: ***",
        "authorization=Basic dTpw more     | authorization=*** more",
        "X-API-Key: k3y, Accept: */*       | X-API-Key: ***, Accept: */*",
        "{\"x-api-key\":\"k3y\"}           | {\"x-api-key\":\"***\"}",
        "x-callback-token=t0k3n            | x-callback-token=***",
        "sent bearer eyJhbGciOi.x.y        | sent bearer ***",
      })
  void whatLooksPersonalOrSecretIsMasked(String text, String masked) {
    assertThat(logged(line(text))).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Payment A-1001 turned PAID after 250 ms",
        "2026-01-31T08:30:00+02:00 1+1=2 a@ @b api basic bearer x-y",
        "authorization was refused",
        "incident 130bf23e-c141-4449-8016-d3f85cec159d",
      })
  void ordinaryLineStaysAsItIs(String text) {
    ExtLogRecord line = line(text);

    assertThat(logged(line)).isSameAs(text);
  }

  @Test
  void parametersAreMaskedToo() {
    ExtLogRecord line =
        new ExtLogRecord(Level.INFO, "order of %s, 100%%", FormatStyle.PRINTF, "test");
    line.setParameters(new Object[] {"+355691234512"});

    String logged = logged(line);

    assertThat(logged).isEqualTo("order of +355*****12, 100%");
    assertThat(line.getParameters()).isNull();
  }

  @Test
  void throwableKeepsItsTraceAndLosesTheSecret() {
    Exception cause = new IllegalArgumentException("no such phone +355691234512");
    cause.addSuppressed(new IllegalStateException("mail to anna@example.org"));
    ExtLogRecord line = line("it failed");
    line.setThrown(new IllegalStateException("outer", cause));

    logged(line);

    StringWriter trace = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .contains("java.lang.IllegalStateException: outer")
        .contains("java.lang.IllegalArgumentException: no such phone +355*****12")
        .contains("java.lang.IllegalStateException: mail to ***@***")
        .contains("at " + getClass().getName())
        .doesNotContain("355691234512", "anna");
  }

  @Test
  void harmlessThrowableStaysTheSame() {
    Exception thrown = new IllegalStateException("outer", new RuntimeException("inner"));
    ExtLogRecord line = line("it failed");
    line.setThrown(thrown);

    logged(line);

    assertThat(line.getThrown()).isSameAs(thrown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "+1", "a@", "a.", "@a.", "x-api-key:", "bearer ", "+1 -", "%+-"})
  void noTextMakesItSlow(String part) {
    String text = part.repeat(200_000 / part.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> logged(line(text)), () -> "repeated " + part);
  }

  private static ExtLogRecord line(String message) {
    return new ExtLogRecord(Level.INFO, message, FormatStyle.NO_FORMAT, "test");
  }

  private static String logged(ExtLogRecord line) {
    assertThat(new LogRedaction().isLoggable(line)).isTrue();
    return line.getFormattedMessage();
  }
}
