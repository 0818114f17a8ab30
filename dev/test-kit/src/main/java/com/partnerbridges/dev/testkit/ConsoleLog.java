package com.partnerbridges.dev.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** What the console shows, where its lines are JSON in Cloud Logging's field names. */
public final class ConsoleLog implements AutoCloseable {

  private static final String CLOUD = "/logging.googleapis.com~1";

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Logger ROOT = Logger.getLogger("");

  private final LogCapture said = new LogCapture();
  private final Listener shown = new Listener();

  /** A line that was shown; what it does not say is empty. */
  public record Line(String message, String trace, JsonNode labels) {

    public String label(String name) {
      return labels.path(name).asText();
    }
  }

  public ConsoleLog() {
    ROOT.addHandler(shown);
  }

  /** Each is one JSON object, and says when, how grave and what. */
  public List<Line> shown() {
    return shown.lines.stream().map(ConsoleLog::read).toList();
  }

  /** Neither shown, nor only hidden by redaction. */
  public void assertNone(String... canaries) {
    assertThat(String.join("\n", shown.lines)).isNotEmpty().doesNotContainIgnoringCase(canaries);
    assertThat(String.join("\n", said.lines())).isNotEmpty().doesNotContainIgnoringCase(canaries);
  }

  @Override
  public void close() {
    ROOT.removeHandler(shown);
    said.close();
  }

  private static Line read(String shown) {
    try {
      assertThat(shown.strip()).doesNotContain("\n");
      JsonNode line = STRICT.readTree(shown);
      assertThat(line.path("severity").asText())
          .as(shown)
          .isIn("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL");
      assertThat(line.path("time").asText()).as(shown).matches("20\\d\\d-\\d\\d-\\d\\dT.+");
      assertThat(line.path("message").isTextual()).as(shown).isTrue();
      return new Line(
          line.path("message").asText(),
          line.at(CLOUD + "trace").asText(),
          line.at(CLOUD + "labels"));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(shown, broken);
    }
  }

  /** Sees what the console sees, and makes of it what the console does. */
  private static final class Listener extends Handler {

    private final Handler console =
        all(ROOT.getHandlers()).filter(ConsoleHandler.class::isInstance).findFirst().orElseThrow();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (console.isLoggable(line)) {
        lines.add(console.getFormatter().format(ExtLogRecord.wrap(line)));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static Stream<Handler> all(Handler[] handlers) {
    return Arrays.stream(handlers)
        .flatMap(
            handler ->
                handler instanceof ExtHandler outer
                    ? Stream.concat(Stream.of(handler), all(outer.getHandlers()))
                    : Stream.of(handler));
  }
}
