package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies RSA PKCS#1 v1.5 signatures with SHA-256 over the raw body bytes directly followed by the
 * timestamp text in UTF-8, with nothing between them.
 *
 * <p>The scheme is that of Iute's webhooks (headers {@code x-iute-signature} in standard Base64 and
 * {@code x-iute-timestamp} in epoch milliseconds). It has no public specification: the source of
 * the rule is Iute's own shop plugin. The body must be the bytes that arrived; JSON that was parsed
 * and written again does not verify.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TimestampedRsaSignature {

  private static final String ALGORITHM = "SHA256withRSA";

  /** Base64 length of a signature by the largest key that {@link PublicKeySource} accepts. */
  private static final int MAX_SIGNATURE_CHARS = (PemPublicKey.MAX_BITS / 8 + 2) / 3 * 4;

  /** 15 digits of milliseconds reach the year 33658. */
  private static final Pattern EPOCH_MILLIS = Pattern.compile("[0-9]{1,15}");

  private final Tolerance tolerance;

  /**
   * @param maxSkew largest accepted distance between the timestamp and now, in either direction;
   *     exactly this distance is still accepted
   */
  public TimestampedRsaSignature(Clock clock, Duration maxSkew) {
    this.tolerance = new Tolerance(clock, maxSkew);
  }

  /**
   * @param key the sender's RSA key
   * @param body the body exactly as received
   * @param signatureBase64 signature header, may be null
   * @param epochMillis timestamp header, may be null
   * @return VALID, MISSING, MALFORMED, STALE or WRONG
   * @throws IllegalArgumentException if {@code key} is not an RSA key
   */
  public Verdict verify(PublicKey key, byte[] body, String signatureBase64, String epochMillis) {
    return judgeHeaders(signatureBase64, epochMillis)
        .orElseGet(() -> judgeSignature(key, body, signatureBase64, epochMillis));
  }

  /** The refusal that needs no key, if the headers alone call for one. */
  Optional<Verdict> judgeHeaders(String signatureBase64, String epochMillis) {
    if (isAbsent(signatureBase64) || isAbsent(epochMillis)) {
      return Optional.of(Verdict.MISSING);
    }
    if (!isBase64(signatureBase64) || !EPOCH_MILLIS.matcher(epochMillis).matches()) {
      return Optional.of(Verdict.MALFORMED);
    }
    Instant signedAt = Instant.ofEpochMilli(Long.parseLong(epochMillis));
    return tolerance.accepts(signedAt) ? Optional.empty() : Optional.of(Verdict.STALE);
  }

  /**
   * Makes the signature header for a body, for tests and simulators that play the sender.
   *
   * @return the signature in standard Base64
   * @throws IllegalArgumentException if {@code key} is not an RSA key
   */
  public static String sign(PrivateKey key, byte[] body, String epochMillis) {
    try {
      Signature rsa = Signature.getInstance(ALGORITHM);
      rsa.initSign(key);
      rsa.update(body);
      rsa.update(epochMillis.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("The key cannot sign with " + ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " failed", e);
    }
  }

  private static Verdict judgeSignature(
      PublicKey key, byte[] body, String signatureBase64, String epochMillis) {
    try {
      Signature rsa = Signature.getInstance(ALGORITHM);
      rsa.initVerify(key);
      rsa.update(body);
      rsa.update(epochMillis.getBytes(UTF_8));
      boolean genuine = rsa.verify(Base64.getDecoder().decode(signatureBase64));
      return genuine ? Verdict.VALID : Verdict.WRONG;
    } catch (SignatureException e) {
      return Verdict.WRONG; // its length does not fit the key
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("The key cannot verify " + ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this JDK", e);
    }
  }

  private static boolean isAbsent(String header) {
    return header == null || header.isBlank();
  }

  private static boolean isBase64(String header) {
    if (header.length() > MAX_SIGNATURE_CHARS) {
      return false;
    }
    try {
      Base64.getDecoder().decode(header);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
