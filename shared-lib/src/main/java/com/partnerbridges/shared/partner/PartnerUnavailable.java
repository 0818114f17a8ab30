package com.partnerbridges.shared.partner;

/** The partner gave no usable answer. Its message names the kind of failure only. */
public final class PartnerUnavailable extends RuntimeException {

  private final boolean passing;
  private final boolean withoutEffect;

  /** What may be gone in a moment: network, 5xx. */
  static PartnerUnavailable passing(String why) {
    return new PartnerUnavailable(why, true, false);
  }

  /** What another call would not mend: an answer that is not the partner's. */
  static PartnerUnavailable lasting(String why) {
    return new PartnerUnavailable(why, false, false);
  }

  private PartnerUnavailable(String why, boolean passing, boolean withoutEffect) {
    super(why, null, false, false);
    this.passing = passing;
    this.withoutEffect = withoutEffect;
  }

  /** The same, where the partner surely did nothing. */
  PartnerUnavailable withoutEffect() {
    return new PartnerUnavailable(getMessage(), passing, true);
  }

  /** Whether another call may bring an answer. */
  public boolean isPassing() {
    return passing;
  }

  /**
   * Whether the partner surely did nothing: the call was never sent, or was turned away unread
   * (429, refused credentials). Otherwise it may have been done all the same.
   */
  public boolean isWithoutEffect() {
    return withoutEffect;
  }
}
