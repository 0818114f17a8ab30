package com.partnerbridges.shared.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** How far a timestamp may be from now, to either side; exactly that far is still accepted. */
record Tolerance(Clock clock, Duration limit) {

  Tolerance {
    Objects.requireNonNull(clock);
    if (limit.isNegative()) {
      throw new IllegalArgumentException("The tolerated skew is negative");
    }
  }

  boolean accepts(Instant signedAt) {
    return Duration.between(signedAt, clock.instant()).abs().compareTo(limit) <= 0;
  }
}
