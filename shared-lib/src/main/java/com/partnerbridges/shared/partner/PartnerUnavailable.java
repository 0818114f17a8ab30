package com.partnerbridges.shared.partner;

/** The partner gave no usable answer. Its message names the kind of failure only. */
public final class PartnerUnavailable extends RuntimeException {

  private final boolean passing;

  /** What may be gone in a moment: network, 5xx, 429. */
  static PartnerUnavailable passing(String why) {
    return new PartnerUnavailable(why, true);
  }

  /** What another call would not mend: an answer that is not the partner's. */
  static PartnerUnavailable lasting(String why) {
    return new PartnerUnavailable(why, false);
  }

  private PartnerUnavailable(String why, boolean passing) {
    super(why, null, false, false);
    this.passing = passing;
  }

  /** Whether another call may bring an answer. */
  public boolean isPassing() {
    return passing;
  }
}
