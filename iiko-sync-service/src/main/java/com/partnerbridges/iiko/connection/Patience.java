package com.partnerbridges.iiko.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits a little for a session that somebody else has, as a person would. */
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private Patience() {}

  static <T> Optional<T> with(Supplier<Optional<T>> wish) {
    long latest = System.nanoTime() + LONGEST.toNanos();
    Optional<T> granted = wish.get();
    while (granted.isEmpty() && System.nanoTime() < latest) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      granted = wish.get();
    }
    return granted;
  }
}
