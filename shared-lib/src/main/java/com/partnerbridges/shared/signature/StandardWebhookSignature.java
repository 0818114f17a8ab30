package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies symmetric signatures of the Standard Webhooks specification: HMAC-SHA256 over {@code
 * id.timestamp.body}, with the timestamp in seconds, in a header that is a space-delimited list of
 * {@code v1,<base64>}. Entries of other versions are ignored, as the specification asks.
 *
 * <p>Several secrets may be valid at once and a delivery may carry several signatures: it is
 * genuine if any secret made any of them. All are compared, each in constant time.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class StandardWebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";
  private static final String SECRET_PREFIX = "whsec_";
  private static final int MIN_SECRET_BYTES = 24;
  private static final int MAX_HEADER_CHARS = 4096;

  /** No full stop: it delimits the signed parts, and would let two deliveries sign alike. */
  private static final Pattern ID = Pattern.compile("[^.]{1,256}");

  private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,12}");

  private final Tolerance tolerance;
  private final List<SecretKeySpec> keys;

  /**
   * @param tolerance largest accepted distance between the timestamp and now, in either direction;
   *     exactly this distance is still accepted
   * @param secrets at least one; each Base64 of at least 24 bytes, with or without {@code whsec_}
   *     in front
   * @throws IllegalArgumentException if a secret is not like that; it names the position only
   */
  public StandardWebhookSignature(Clock clock, Duration tolerance, List<String> secrets) {
    this.tolerance = new Tolerance(clock, tolerance);
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("No webhook secret");
    }
    List<SecretKeySpec> parsed = new ArrayList<>();
    for (String secret : secrets) {
      parsed.add(key(secret, "Webhook secret " + (parsed.size() + 1)));
    }
    this.keys = List.copyOf(parsed);
  }

  /**
   * @param body the body exactly as received
   * @param id header {@code webhook-id}, may be null
   * @param epochSeconds header {@code webhook-timestamp}, may be null
   * @param signatures header {@code webhook-signature}, may be null
   * @return VALID, MISSING, MALFORMED (also when there is no {@code v1} entry), STALE or WRONG
   */
  public Verdict verify(byte[] body, String id, String epochSeconds, String signatures) {
    if (isAbsent(id) || isAbsent(epochSeconds) || isAbsent(signatures)) {
      return Verdict.MISSING;
    }
    List<byte[]> candidates = candidates(signatures);
    if (candidates.isEmpty()
        || !ID.matcher(id).matches()
        || !EPOCH_SECONDS.matcher(epochSeconds).matches()) {
      return Verdict.MALFORMED;
    }
    if (!tolerance.accepts(Instant.ofEpochSecond(Long.parseLong(epochSeconds)))) {
      return Verdict.STALE;
    }
    boolean genuine = false;
    for (SecretKeySpec key : keys) {
      byte[] expected = hmac(key, body, id, epochSeconds);
      for (byte[] candidate : candidates) {
        genuine |= MessageDigest.isEqual(expected, candidate);
      }
    }
    return genuine ? Verdict.VALID : Verdict.WRONG;
  }

  /**
   * Makes one entry of the signature header, for tests and simulators that play the sender.
   *
   * @return {@code v1,<base64>}
   */
  public static String sign(String secret, byte[] body, String id, String epochSeconds) {
    byte[] hmac = hmac(key(secret, "Webhook secret"), body, id, epochSeconds);
    return VERSION + Base64.getEncoder().encodeToString(hmac);
  }

  @Override
  public String toString() {
    return "StandardWebhookSignature[secrets=" + keys.size() + "]";
  }

  private static List<byte[]> candidates(String header) {
    List<byte[]> candidates = new ArrayList<>();
    if (header.length() <= MAX_HEADER_CHARS) {
      for (String entry : header.split(" ")) {
        if (entry.startsWith(VERSION)) {
          decode(entry.substring(VERSION.length()), candidates);
        }
      }
    }
    return candidates;
  }

  /** An entry that is no Base64 is skipped: another one may still be genuine. */
  private static void decode(String base64, List<byte[]> candidates) {
    try {
      candidates.add(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      // nothing to compare
    }
  }

  private static boolean isAbsent(String header) {
    return header == null || header.isBlank();
  }

  private static SecretKeySpec key(String secret, String name) {
    String base64 =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // without the cause, whose message quotes the secret
      throw new IllegalArgumentException(name + " is not Base64");
    }
    if (bytes.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(name + " is shorter than " + MIN_SECRET_BYTES + " bytes");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] body, String id, String epochSeconds) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + '.' + epochSeconds + '.').getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this JDK", e);
    }
  }
}
