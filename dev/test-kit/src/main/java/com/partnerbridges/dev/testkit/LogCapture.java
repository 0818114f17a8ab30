package com.partnerbridges.dev.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/** Everything that is logged, before redaction would hide it. */
public final class LogCapture extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Goes before all others: where the console has been, the line is redacted. */
  public LogCapture() {
    ROOT.setHandlers(
        Stream.concat(Stream.of(this), Stream.of(ROOT.getHandlers())).toArray(Handler[]::new));
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    StringWriter text = new StringWriter();
    text.append(ExtLogRecord.wrap(line).getFormattedMessage());
    if (line.getThrown() != null) {
      line.getThrown().printStackTrace(new PrintWriter(text.append("\n")));
    }
    lines.add(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
