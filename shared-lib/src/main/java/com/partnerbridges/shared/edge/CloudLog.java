package com.partnerbridges.shared.edge;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** Where log lines are JSON, they are {@link CloudLogFormatter}'s. */
@Singleton
class CloudLog {

  private static final int BEFORE_OTHERS = 1;

  private final String traces;

  /**
   * @param project the Google Cloud project that traces belong to: Cloud Logging shows lines with
   *     their trace only where the name is {@code projects/PROJECT/traces/ID}
   */
  CloudLog(@ConfigProperty(name = "partner-bridges.trace-project") Optional<String> project) {
    traces = project.map(name -> "projects/" + name + "/traces/").orElse("");
  }

  void speak(@Observes @Priority(BEFORE_OTHERS) StartupEvent start) {
    teach(InitialConfigurator.DELAYED_HANDLER.getHandlers());
  }

  private void teach(Handler[] handlers) {
    for (Handler handler : handlers) {
      if (handler.getFormatter() instanceof JsonFormatter) {
        handler.setFormatter(new CloudLogFormatter(traces));
      }
      if (handler instanceof ExtHandler outer) {
        teach(outer.getHandlers());
      }
    }
  }
}
