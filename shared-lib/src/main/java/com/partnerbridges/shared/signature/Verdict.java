package com.partnerbridges.shared.signature;

/**
 * What came of judging a signature or token. A verdict says why and never carries the value that
 * was presented, so it may be logged, counted and answered.
 */
public enum Verdict {
  /** Genuine, and its timestamp (where the scheme has one) is within the tolerance. */
  VALID,

  /** A required header is absent or blank. */
  MISSING,

  /** A header cannot be what it claims to be: bad Base64, not a number, out of bounds. */
  MALFORMED,

  /** The timestamp is too far from now, in the past or in the future. */
  STALE,

  /** Well-formed, but not made by the holder of the secret or key. Only this proves a forgery. */
  WRONG,

  /**
   * There is no key to verify with and none could be had. Says nothing about the sender: answer 503
   * so that it retries.
   */
  NO_KEY,

  /**
   * Did not verify, but the key in hand is too old to refuse with (the sender may have changed
   * keys) and no newer one could be had now. Answer 503 so that the sender retries.
   */
  UNDECIDED
}
