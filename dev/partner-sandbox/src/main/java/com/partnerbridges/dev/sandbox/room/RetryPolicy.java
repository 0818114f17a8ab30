package com.partnerbridges.dev.sandbox.room;

/**
 * Whether a webhook that got no 2xx is sent again.
 *
 * @param times further attempts; 0 = none
 */
public record RetryPolicy(int times, long everyMillis) {
  public static final RetryPolicy NEVER = new RetryPolicy(0, 0);

  public RetryPolicy {
    if (times < 0 || (times > 0 && everyMillis < 1)) {
      throw new IllegalArgumentException("times must be 0 or more, everyMillis 1 or more");
    }
  }
}
