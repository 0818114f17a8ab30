package com.partnerbridges.shared.signature;

import java.security.MessageDigest;

/**
 * A token that the sender puts into a header of every delivery, as Xendit does with {@code
 * x-callback-token}. Two values can be valid at once, so that the token can be changed without
 * losing a delivery.
 *
 * <p>Both values are always compared, as SHA-256 digests, so that the time taken tells nothing
 * about the tokens, their length included. The token itself is not kept.
 */
public final class StaticToken {

  private final byte[] current;
  private final byte[] previous;

  /**
   * @param current the token in use; must not be blank
   * @param previous the token before it, null or blank if there is none
   */
  public StaticToken(String current, String previous) {
    if (isAbsent(current)) {
      throw new IllegalArgumentException("The current token is blank");
    }
    this.current = Sha256.digest(current);
    this.previous = isAbsent(previous) ? this.current : Sha256.digest(previous);
  }

  /**
   * @param presented the header's value, may be null
   * @return VALID, MISSING or WRONG
   */
  public Verdict verify(String presented) {
    if (isAbsent(presented)) {
      return Verdict.MISSING;
    }
    byte[] digest = Sha256.digest(presented);
    boolean valid =
        MessageDigest.isEqual(digest, current) | MessageDigest.isEqual(digest, previous);
    return valid ? Verdict.VALID : Verdict.WRONG;
  }

  private static boolean isAbsent(String token) {
    return token == null || token.isBlank();
  }
}
