package com.partnerbridges.utopia;

import com.partnerbridges.shared.edge.LogRedaction;
import com.partnerbridges.shared.edge.SettingRules;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * The audit log in a file of its own, {@code AUDIT_LOG_FILE}: one line per event, its time, the
 * order's reference and what happened. When it is full, it becomes {@code .1}, and so on; the
 * oldest goes.
 */
@Singleton
public class AuditFile implements SettingRules {

  private static final long FULL = 10 * 1024 * 1024;
  private static final int OLDER_FILES = 4;

  private static final Logger AUDIT = Logger.getLogger(AuditLog.CATEGORY);

  private SizeRotatingFileHandler open;

  void start(@Observes StartupEvent start, UtopiaConfig config) throws FileNotFoundException {
    if (config.auditLogFile().isPresent()) {
      open = open(config.auditLogFile().get());
      AUDIT.addHandler(open);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    if (open != null) {
      AUDIT.removeHandler(open);
      open.close();
    }
  }

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    return settings
        .apply("utopia.audit-log-file")
        .filter(file -> !canBeWritten(Path.of(file.strip())))
        .map(file -> Map.of("AUDIT_LOG_FILE", "cannot be used: the file cannot be written"))
        .orElse(Map.of());
  }

  static SizeRotatingFileHandler open(Path path) throws FileNotFoundException {
    SizeRotatingFileHandler file = new SizeRotatingFileHandler(FULL, OLDER_FILES);
    file.setFormatter(new Line());
    file.setFilter(new LogRedaction());
    file.setAppend(true);
    file.setFile(path.toFile());
    return file;
  }

  private static boolean canBeWritten(Path path) {
    try {
      open(path).close();
      return true;
    } catch (FileNotFoundException unwritable) {
      return false;
    }
  }

  /** One event is one line, whatever stands in it. */
  private static final class Line extends ExtFormatter {

    @Override
    public String format(ExtLogRecord event) {
      String text =
          "%s %s %s"
              .formatted(
                  event.getInstant(), event.getMdc(AuditLog.ORDER), event.getFormattedMessage());
      return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ") + "\n";
    }
  }
}
