package com.partnerbridges.utopia.order;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause after a failed try: three times as long each time, and up to half as much again, so
 * that orders that failed together do not come back together. Eight tries from one minute on take
 * about a day.
 */
final class OrderPause {

  private static final int FACTOR = 3;
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Duration first;
  private final RandomGenerator random;

  OrderPause(Duration first, RandomGenerator random) {
    this.first = first;
    this.random = random;
  }

  /**
   * @param failedTries 1 or more
   * @param notBefore when the partner asks to be called again; null when it does not say
   */
  Duration after(int failedTries, Duration notBefore) {
    Duration pause = first;
    for (int i = 1; i < failedTries && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(FACTOR);
    }
    Duration longest = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    Duration mixed = longest.plusMillis(random.nextLong(longest.toMillis() / 2 + 1));
    return notBefore != null && notBefore.compareTo(mixed) > 0 ? notBefore : mixed;
  }
}
