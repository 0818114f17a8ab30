package com.partnerbridges.iute.gateway;

/** Iute gave no usable answer. Its message names the kind of failure only. */
final class IuteUnavailable extends RuntimeException {

  private final boolean passing;

  /** What may be gone in a moment: network, 5xx, 429. */
  static IuteUnavailable passing(String why) {
    return new IuteUnavailable(why, true);
  }

  /** What another call would not mend: an answer that is not Iute's. */
  static IuteUnavailable lasting(String why) {
    return new IuteUnavailable(why, false);
  }

  private IuteUnavailable(String why, boolean passing) {
    super(why, null, false, false);
    this.passing = passing;
  }

  boolean isPassing() {
    return passing;
  }
}
