package com.partnerbridges.iute.webhook;

import com.partnerbridges.shared.signature.TimestampedRsaSignature;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;

/** Iute's hand, and the hands of those who would like to be Iute. */
final class Signer {

  private static final byte[] OTHER_BODY = "{\"orderId\":\"another\"}".getBytes();

  private final PrivateKey key;
  private final PrivateKey strangersKey;
  private final Instant now;
  private final Random random;

  Signer(String privateKeyPem, Instant now, Random random) throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(privateKeyPem.replaceAll("-----[A-Z ]+-----", ""));
    this.key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    KeyPairGenerator strangers = KeyPairGenerator.getInstance("RSA");
    strangers.initialize(2048);
    this.strangersKey = strangers.generateKeyPair().getPrivate();
    this.now = now;
    this.random = random;
  }

  SignedLetter genuine(Letter letter) {
    String timestamp = within(Duration.ofHours(23));
    return new SignedLetter(letter, sign(key, letter.body(), timestamp), timestamp, true);
  }

  SignedLetter forged(Letter letter) {
    String timestamp = within(Duration.ofHours(23));
    String stale = outOf(Duration.ofHours(25));
    return switch (random.nextInt(10)) {
      case 0 -> refused(letter, sign(strangersKey, letter.body(), timestamp), timestamp);
      case 1 -> refused(letter, sign(key, OTHER_BODY, timestamp), timestamp);
      case 2 -> refused(letter, sign(key, letter.body(), stale), timestamp);
      case 3 -> refused(letter, sign(key, letter.body(), stale), stale);
      case 4 -> refused(letter, sign(key, letter.body(), timestamp), "0" + timestamp);
      case 5 -> refused(letter, sign(key, letter.body(), timestamp), "yesterday");
      case 6 -> refused(letter, sign(key, letter.body(), timestamp), null);
      case 7 -> refused(letter, sign(key, letter.body(), timestamp).substring(4), timestamp);
      case 8 -> refused(letter, "no base64!", timestamp);
      default -> refused(letter, null, timestamp);
    };
  }

  private String within(Duration skew) {
    long millis = skew.toMillis();
    return String.valueOf(now.toEpochMilli() + random.nextLong(-millis, millis));
  }

  private String outOf(Duration skew) {
    long away = skew.toMillis() + random.nextLong(Duration.ofDays(100).toMillis());
    return String.valueOf(now.toEpochMilli() + (random.nextBoolean() ? away : -away));
  }

  private static SignedLetter refused(Letter letter, String signature, String timestamp) {
    return new SignedLetter(letter, signature, timestamp, false);
  }

  private static String sign(PrivateKey key, byte[] body, String timestamp) {
    return TimestampedRsaSignature.sign(key, body, timestamp);
  }
}
