package com.partnerbridges.iiko.run;

import com.partnerbridges.shared.state.DoublingPause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause after a server had trouble: it doubles, with up to half as much again, so that accounts
 * of one server do not come back together.
 */
final class RetryPause {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final DoublingPause pause;
  private final RandomGenerator random;

  RetryPause(Duration first, RandomGenerator random) {
    pause = new DoublingPause(first, first.compareTo(LONGEST) > 0 ? first : LONGEST);
    this.random = random;
  }

  /**
   * @param failures before this one, in a row
   * @param asked what the server asks for; zero when it does not say
   */
  Duration after(int failures, Duration asked) {
    Duration doubled = pause.after(failures);
    Duration mixed = doubled.plusMillis(random.nextLong(doubled.toMillis() / 2 + 1));
    return asked.compareTo(mixed) > 0 ? asked : mixed;
  }
}
