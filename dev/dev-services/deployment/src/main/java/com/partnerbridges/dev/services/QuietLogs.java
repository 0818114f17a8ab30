package com.partnerbridges.dev.services;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps a developer's console free of sixty lines about things that are in order. */
class QuietLogs {
  /** Kept here, because a logger that nobody holds loses its level. */
  private static final List<Logger> LOGGERS =
      List.of(
          // what goes wrong in the database reaches the service as an error anyway
          Logger.getLogger("io.zonky.test.db.postgres"),
          // Quarkus asks for Docker to describe the containers of dev services; ours have none
          Logger.getLogger("org.testcontainers"));

  private QuietLogs() {}

  static void apply() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
