package com.partnerbridges.shared.edge;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;

/** Where log lines are JSON, they are {@link CloudLogFormatter}'s. */
@Singleton
class CloudLog {

  private static final int BEFORE_OTHERS = 1;

  void speak(@Observes @Priority(BEFORE_OTHERS) StartupEvent start) {
    teach(InitialConfigurator.DELAYED_HANDLER.getHandlers());
  }

  private static void teach(Handler[] handlers) {
    for (Handler handler : handlers) {
      if (handler.getFormatter() instanceof JsonFormatter) {
        handler.setFormatter(new CloudLogFormatter());
      }
      if (handler instanceof ExtHandler outer) {
        teach(outer.getHandlers());
      }
    }
  }
}
