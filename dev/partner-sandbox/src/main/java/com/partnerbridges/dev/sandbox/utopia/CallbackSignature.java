package com.partnerbridges.dev.sandbox.utopia;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs callbacks as the Standard Webhooks specification has it. */
final class CallbackSignature {
  private static final String PREFIX = "whsec_";

  private CallbackSignature() {}

  /**
   * @throws IllegalArgumentException when it is no {@code whsec_} and Base64
   */
  static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() == PREFIX.length()) {
      throw new IllegalArgumentException("A signing secret is " + PREFIX + " and Base64");
    }
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  static Map<String, String> headers(String secret, Instant time, byte[] body) {
    String id = "msg_" + UUID.randomUUID();
    String timestamp = String.valueOf(time.getEpochSecond());
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        "v1," + sign(key(secret), id + "." + timestamp + ".", body));
  }

  private static String sign(byte[] key, String before, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
