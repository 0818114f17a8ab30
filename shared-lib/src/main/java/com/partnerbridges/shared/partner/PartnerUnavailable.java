package com.partnerbridges.shared.partner;

import java.time.Duration;
import java.util.Optional;

/** The partner gave no usable answer. Its message names the kind of failure only. */
public final class PartnerUnavailable extends RuntimeException {

  private final boolean passing;
  private final boolean withoutEffect;
  private final boolean breakerOpen;
  private final transient Optional<Duration> retryAfter;

  /** What may be gone in a moment: network, 5xx. */
  static PartnerUnavailable passing(String why) {
    return new PartnerUnavailable(why, true, false, false, Optional.empty());
  }

  /** What another call would not mend: an answer that is not the partner's. */
  static PartnerUnavailable lasting(String why) {
    return new PartnerUnavailable(why, false, false, false, Optional.empty());
  }

  /** Not called at all, because the calls before it failed. */
  static PartnerUnavailable breakerIsOpen() {
    return new PartnerUnavailable("circuit breaker open", false, true, true, Optional.empty());
  }

  private PartnerUnavailable(
      String why,
      boolean passing,
      boolean withoutEffect,
      boolean breakerOpen,
      Optional<Duration> retryAfter) {
    super(why, null, false, false);
    this.passing = passing;
    this.withoutEffect = withoutEffect;
    this.breakerOpen = breakerOpen;
    this.retryAfter = retryAfter;
  }

  /** The same, where the partner surely did nothing. */
  PartnerUnavailable withoutEffect() {
    return new PartnerUnavailable(getMessage(), passing, true, breakerOpen, retryAfter);
  }

  /** The same, where the partner said when to come again. */
  PartnerUnavailable retryAfter(Optional<Duration> wait) {
    return new PartnerUnavailable(getMessage(), passing, withoutEffect, breakerOpen, wait);
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

  /** Whether nothing was tried, because the circuit breaker is open. */
  public boolean isBreakerOpen() {
    return breakerOpen;
  }

  /** How long the partner asks to be left alone; at most 24 hours. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
