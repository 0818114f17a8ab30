package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudLogFormatterTest {

  private static final String LABELS = "logging.googleapis.com/labels";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void aLineIsOneObjectInTheCloudsWords() throws Exception {
    ExtLogRecord line = line(Level.INFO, "payment moved order=A-1 from=PENDING to=PAID");
    line.putMdc("traceId", TRACE);
    line.putMdc("spanId", SPAN);
    line.putMdc("request", "kiosk-8");

    String written = new CloudLogFormatter("projects/shop-1/traces/").format(line);

    assertThat(written).endsWith("}\n").hasLineCount(1);
    JsonNode json = json(written);
    assertThat(json.path("severity").asText()).isEqualTo("INFO");
    assertThat(json.path("message").asText())
        .isEqualTo("payment moved order=A-1 from=PENDING to=PAID");
    assertThat(OffsetDateTime.parse(json.path("time").asText()).toInstant())
        .isEqualTo(line.getInstant());
    assertThat(json.path("logging.googleapis.com/trace").asText())
        .isEqualTo("projects/shop-1/traces/" + TRACE);
    assertThat(json.path("logging.googleapis.com/spanId").asText()).isEqualTo(SPAN);
    assertThat(labels(json)).isEqualTo(Map.of("order", "A-1", "request", "kiosk-8"));
  }

  @Test
  void aLineAboutNothingHasNoLabelsAndNoTrace() throws Exception {
    JsonNode json = json(new CloudLogFormatter("").format(line(Level.INFO, "started")));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("time", "severity", "logger", "thread", "message");
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR",
    "WARN, WARNING",
    "INFO, INFO",
    "DEBUG, DEBUG",
    "TRACE, DEBUG",
    "FATAL, CRITICAL"
  })
  void levelsAreSeverities(String level, String severity) throws Exception {
    JsonNode json = json(new CloudLogFormatter("").format(line(Level.parse(level), "said")));

    assertThat(json.path("severity").asText()).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery of reference=TRX-1-2026-0A stored | reference | TRX-1-2026-0A",
        "sync run=17 account=acme ended               | account     | acme",
        "orderref=UIA-7 state=DONE                    | orderref    | UIA-7",
        "step why=order=A-1                           |             |",
        "order=anna@example.com is odd                |             |",
        "order= none                                  |             |",
      })
  void whatALineIsAboutIsALabel(String message, String name, String value) throws Exception {
    Map<String, String> labels =
        labels(json(new CloudLogFormatter("").format(line(Level.INFO, message))));

    if (name == null) {
      assertThat(labels).isEmpty();
    } else {
      assertThat(labels).containsEntry(name, value);
    }
  }

  @Test
  void canariesAreMaskedEverywhere() throws Exception {
    ExtLogRecord line =
        line(Level.ERROR, "call of anna@example.org, X-API-Key: k3y, order=+355691234512");
    line.putMdc("order", "+355691234512");
    Exception cause = new IllegalArgumentException("no phone +355691234512");
    cause.addSuppressed(new IllegalStateException("mail to anna@example.org"));
    line.setThrown(new IllegalStateException("sent bearer eyJhbGciOi.x.y", cause));

    new LogRedaction().isLoggable(line);
    String written = new CloudLogFormatter("").format(line);

    assertThat(written).doesNotContain("355691234512", "anna", "k3y", "eyJhbGciOi");
    assertThat(json(written).path("stack_trace").asText())
        .startsWith("java.lang.IllegalStateException: sent bearer ***")
        .contains("Caused by: java.lang.IllegalArgumentException: no phone +355*****12")
        .contains("at " + getClass().getName());
    assertThat(labels(json(written))).containsEntry("order", "+355*****12");
  }

  private static ExtLogRecord line(java.util.logging.Level level, String message) {
    return new ExtLogRecord(level, message, FormatStyle.NO_FORMAT, "test");
  }

  private static JsonNode json(String line) throws JsonProcessingException {
    return new ObjectMapper().readTree(line);
  }

  private static Map<String, String> labels(JsonNode json) {
    return json.has(LABELS)
        ? new ObjectMapper().convertValue(json.get(LABELS), Map.class)
        : Map.of();
  }
}
