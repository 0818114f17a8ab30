package com.partnerbridges.dev.sandbox.iute;

/**
 * Whether a webhook that got no 2xx is sent again. Iute's policy is unknown.
 *
 * @param times further attempts; 0 = none
 * @param signAnew with a fresh timestamp and signature, else the same bytes and headers
 */
public record Retry(int times, long everyMillis, boolean signAnew) {
  static final Retry NEVER = new Retry(0, 0, false);

  public Retry {
    if (times < 0 || (times > 0 && everyMillis < 1)) {
      throw new IllegalArgumentException("times must be 0 or more, everyMillis 1 or more");
    }
  }
}
