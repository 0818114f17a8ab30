package com.partnerbridges.utopia;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service as it is set up in production: with the office's files, and JSON for the log. */
public final class FilesProfile implements QuarkusTestProfile {

  public static final Path TICKET = Path.of("target/office/ticket.html");
  public static final Path AUDIT = Path.of("target/office/api_class.log");

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Files.createDirectories(TICKET.getParent());
      Files.writeString(TICKET, "<b>{orderref}</b>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "TICKET_DESCRIPTION_FILE", TICKET.toString(),
        "AUDIT_LOG_FILE", AUDIT.toString(),
        "quarkus.log.console.json.enabled", "true");
  }
}
