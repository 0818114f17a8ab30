package com.partnerbridges.shared.edge;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * The last line of defence: masks phone numbers, e-mail addresses and credentials in a log line,
 * wherever they came from. Switched on with {@code quarkus.log.console.filter=redaction}. It does
 * not replace care: what has no such shape passes.
 */
@LoggingFilter(name = "redaction")
public final class LogRedaction implements Filter {
  @Override
  public boolean isLoggable(LogRecord line) {
    String message = line instanceof ExtLogRecord it ? it.getFormattedMessage() : line.getMessage();
    String redacted = Redaction.of(message);
    if (redacted != message) {
      show(line, redacted);
    }
    if (line.getThrown() != null) {
      line.setThrown(RedactedThrowable.of(line.getThrown()));
    }
    return true;
  }

  /** As it stands: the parameters are in it already, and may hold what was masked. */
  private static void show(LogRecord line, String message) {
    if (line instanceof ExtLogRecord it) {
      it.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
    } else {
      line.setMessage(message);
    }
    line.setParameters(null);
  }
}
