package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.RetryPolicy;

/**
 * Whether a webhook that got no 2xx is sent again. Iute's policy is unknown.
 *
 * @param times further attempts; 0 = none
 * @param signAnew with a fresh timestamp and signature, else the same bytes and headers
 */
public record Retry(int times, long everyMillis, boolean signAnew) {
  public Retry {
    new RetryPolicy(times, everyMillis);
  }

  RetryPolicy policy() {
    return new RetryPolicy(times, everyMillis);
  }
}
