package com.partnerbridges.shared.edge;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock; tests put another in its place. */
class TimeSource {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
