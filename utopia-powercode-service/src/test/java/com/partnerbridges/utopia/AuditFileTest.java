package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log's own file. */
class AuditFileTest {

  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z ";

  private static final Logger AUDIT = Logger.getLogger(AuditLog.CATEGORY);

  @TempDir Path directory;
  private final AuditLog audit = new AuditLog();

  @Test
  void anEventIsOneLineWithItsTimeAndOrder() throws IOException {
    Path file = directory.resolve("api_class.log");

    try (SizeRotatingFileHandler open = listening(file)) {
      audit.partnerCall("UIA1", "powercode", "createTicket", "done");
      audit.event("UIA2", "callback\r\n2026-01-01T00:00:00Z UIA3 state=DONE\u2028x");
      audit.warning(null, "told by ann@example.com");
      stop(open);
    }

    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(TIME + "UIA1 call partner=powercode action=createTicket outcome=done"),
            line ->
                assertThat(line)
                    .matches(TIME + "UIA2 callback 2026-01-01T00:00:00Z UIA3 state=DONE x"),
            line -> assertThat(line).matches(TIME + "- told by \\*\\*\\*@\\*\\*\\*"));
  }

  @Test
  void aFullFileMakesRoomForANewOneAndFiveAreKept() throws IOException {
    Path file = directory.resolve("api_class.log");
    String large = "x".repeat(1024 * 1024);

    try (SizeRotatingFileHandler open = listening(file)) {
      for (int megabyte = 0; megabyte < 65; megabyte++) {
        audit.event("UIA1", large);
      }
      stop(open);
    }

    try (var files = Files.list(directory)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "api_class.log",
              "api_class.log.1",
              "api_class.log.2",
              "api_class.log.3",
              "api_class.log.4");
    }
  }

  @Test
  void aFileThatCannotBeWrittenStopsTheStart() throws IOException {
    Path noDirectory = directory.resolve("file");
    Files.writeString(noDirectory, "");

    assertThat(broken(noDirectory.resolve("api_class.log")))
        .isEqualTo(Map.of("AUDIT_LOG_FILE", "cannot be used: the file cannot be written"));
    assertThat(broken(directory)).containsOnlyKeys("AUDIT_LOG_FILE");
  }

  @Test
  void whatIsInTheFileStaysWhenTheServiceStarts() throws IOException {
    Path file = directory.resolve("api_class.log");
    Files.writeString(file, "before\n");

    assertThat(broken(file)).isEmpty();

    assertThat(file).hasContent("before\n");
  }

  private static Map<String, String> broken(Path file) {
    return new AuditFile().broken(property -> Optional.of(file.toString()));
  }

  private static SizeRotatingFileHandler listening(Path file) throws IOException {
    SizeRotatingFileHandler open = AuditFile.open(file);
    AUDIT.addHandler(open);
    AUDIT.setUseParentHandlers(false);
    return open;
  }

  private static void stop(SizeRotatingFileHandler open) {
    AUDIT.removeHandler(open);
    AUDIT.setUseParentHandlers(true);
  }
}
