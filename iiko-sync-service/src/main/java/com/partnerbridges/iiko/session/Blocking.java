package com.partnerbridges.iiko.session;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How a worker thread waits for the database, which has a time limit of its own. */
final class Blocking {

  private static final Duration MOST = Duration.ofMinutes(1);

  private Blocking() {}

  static <T> T on(Uni<T> work) {
    return work.await().atMost(MOST);
  }
}
