package com.partnerbridges.shared.state;

import java.time.Duration;

/**
 * The pause before something is tried again: it doubles with each time.
 *
 * @param first the pause after the first time; more than zero
 * @param longest no pause is longer
 */
public record DoublingPause(Duration first, Duration longest) {

  /**
   * @param times how often it was tried beyond the first time, 0 or more
   */
  public Duration after(int times) {
    Duration pause = first;
    for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
