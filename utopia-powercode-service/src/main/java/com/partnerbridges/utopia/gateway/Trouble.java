package com.partnerbridges.utopia.gateway;

import java.time.Duration;

/**
 * A partner gave no usable answer.
 *
 * @param why the kind of failure, for people; nothing personal
 * @param retryAfter when the partner asks to be called again; null when it does not say
 */
public record Trouble(Kind kind, String why, Duration retryAfter) {

  /** What is known about the effect. */
  public enum Kind {
    /** The partner surely did nothing. */
    NOTHING_HAPPENED,
    /** It may have done what it was asked. */
    UNCLEAR,
    /** It was not asked at all, because it failed too often just before. */
    BREAKER_OPEN
  }
}
