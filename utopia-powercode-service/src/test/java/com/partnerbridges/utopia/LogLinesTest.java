package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** What the log's lines are made of in production. */
@QuarkusTest
@TestProfile(FilesProfile.class)
class LogLinesTest extends ServiceTest {

  @Test
  void aLineIsOneJsonObjectWithTheOrderAsAField() throws IOException {
    ExtLogRecord record =
        new ExtLogRecord(Level.INFO, "first\nsecond \"quoted\"", getClass().getName());
    AuditLog.about("UIA1", record::copyMdc);
    String line = console(record);

    JsonNode json = new ObjectMapper().readTree(line);

    assertThat(line.strip()).doesNotContain("\n");
    assertThat(json.at("/message").asText()).isEqualTo("first\nsecond \"quoted\"");
    assertThat(json.at("/logging.googleapis.com~1labels/orderref").asText()).isEqualTo("UIA1");
    assertThat(json.at("/severity").asText()).isEqualTo("INFO");
  }

  @Test
  void whatIsPersonalIsMaskedInJsonToo() throws IOException {
    ExtLogRecord record = new ExtLogRecord(Level.WARNING, "mail of ann@example.com", "x");
    record.setThrown(new IllegalStateException("x-api-key: s3cr3t-key of bob@example.com"));

    String line = console(record);

    assertThat(new ObjectMapper().readTree(line).at("/message").asText()).contains("***@***");
    assertThat(line).doesNotContain("ann@", "bob@", "s3cr3t").contains("IllegalStateException");
  }

  @Test
  void theAuditFileHasEveryEventOfAnOrder() throws IOException {
    String ref = received();

    dueWork();

    assertThat(Files.readAllLines(FilesProfile.AUDIT).stream().filter(it -> it.contains(ref)))
        .allMatch(line -> line.matches("20\\S+Z " + ref + " \\S.*"))
        .anyMatch(line -> line.contains("call partner=powercode action=createTicket outcome=done"))
        .anyMatch(line -> line.endsWith("state=DONE"));
  }

  /** As the console would show it. */
  private static String console(ExtLogRecord record) {
    Handler console =
        handlers(InitialConfigurator.DELAYED_HANDLER.getHandlers())
            .filter(ConsoleHandler.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(console.getFilter().isLoggable(record)).isTrue();
    return console.getFormatter().format(record);
  }

  private static Stream<Handler> handlers(Handler[] all) {
    return Arrays.stream(all)
        .flatMap(
            it ->
                it instanceof org.jboss.logmanager.ExtHandler nested
                    ? Stream.concat(Stream.of(it), handlers(nested.getHandlers()))
                    : Stream.of(it));
  }
}
