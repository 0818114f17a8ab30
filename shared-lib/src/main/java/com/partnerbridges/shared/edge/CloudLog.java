package com.partnerbridges.shared.edge;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;

/** Where log lines are JSON, they are {@link CloudLogFormatter}'s. */
@Singleton
class CloudLog {

  private static final int BEFORE_OTHERS = 1;

  void speak(@Observes @Priority(BEFORE_OTHERS) StartupEvent start) {
    for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
      if (handler.getFormatter() instanceof JsonFormatter) {
        handler.setFormatter(new CloudLogFormatter());
      }
    }
  }
}
