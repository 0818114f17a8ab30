package com.partnerbridges.dev.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged, before redaction would hide it. */
public final class LogCapture extends Handler {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LogCapture() {
    Logger.getLogger("").addHandler(this);
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
    Logger.getLogger("").removeHandler(this);
  }
}
