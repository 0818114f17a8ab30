package com.partnerbridges.dev.sandbox.room;

/** What calls come to and faults are set for: a partner, or one of its servers. */
public interface Observed {

  /** Faults, recorded calls and webhook deliveries. */
  Traffic traffic();

  /** Forgets everything that happened and every setting. */
  void reset();
}
