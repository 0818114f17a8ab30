package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an RSA key from PEM: an X.509 SubjectPublicKeyInfo between PUBLIC KEY lines. */
final class PemPublicKey {

  static final int MIN_BITS = 2048;

  /** Bounds what one verification can cost, whoever serves the PEM. */
  static final int MAX_BITS = 8192;

  private static final int MAX_PEM_BYTES = 16 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]++)-----END PUBLIC KEY-----");

  private PemPublicKey() {}

  /** Throws {@link IllegalArgumentException} for anything that is not one acceptable RSA key. */
  static PublicKey parse(byte[] pem) {
    if (pem == null || pem.length > MAX_PEM_BYTES) {
      throw new IllegalArgumentException("No PEM, or more than " + MAX_PEM_BYTES + " bytes");
    }
    Matcher block = BLOCK.matcher(new String(pem, ISO_8859_1));
    if (!block.find()) {
      throw new IllegalArgumentException("No PUBLIC KEY block");
    }
    byte[] der = Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""));
    try {
      RSAPublicKey key =
          (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
      int bits = key.getModulus().bitLength();
      if (bits < MIN_BITS || bits > MAX_BITS) {
        throw new IllegalArgumentException("RSA key of " + bits + " bits");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not an RSA public key", e);
    }
  }
}
