package com.partnerbridges.dev.sandbox.xendit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Xendit's own time, real, and no finer than what it writes. */
final class XenditClock {
  private XenditClock() {}

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
