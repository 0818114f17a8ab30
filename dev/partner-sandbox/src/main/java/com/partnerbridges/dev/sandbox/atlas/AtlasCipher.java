package com.partnerbridges.dev.sandbox.atlas;

import com.partnerbridges.dev.sandbox.room.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Atlas's encrypted answers: the key is the text's own bytes, cut or padded with zeros. */
final class AtlasCipher {
  static final String KEY = "sandbox-atlas-key-32-characters!!";
  static final String IV = "sandbox-atlas-iv";

  private AtlasCipher() {}

  static Map<String, Object> encrypted(Object envelope) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(bytes(KEY, 32), "AES"),
          new IvParameterSpec(bytes(IV, 16)));
      byte[] hidden = cipher.doFinal(Json.bytes(envelope));
      return Map.of("encrypted", true, "data", Base64.getEncoder().encodeToString(hidden));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is missing", e);
    }
  }

  private static byte[] bytes(String text, int length) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), length);
  }
}
