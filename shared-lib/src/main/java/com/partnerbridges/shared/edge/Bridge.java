package com.partnerbridges.shared.edge;

import io.quarkus.runtime.Quarkus;

/** Starts a service; called by its {@code @QuarkusMain} class. */
public final class Bridge {
  private Bridge() {}

  /** Runs until the service is told to stop. */
  public static void run(String... args) {
    Quarkus.run(args);
  }
}
