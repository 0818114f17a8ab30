package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;

/** A partner that signs with its own RSA key. */
record Sender(KeyPair pair) {

  static final Sender FIRST = withKey("RSA", 2048);
  static final Sender SECOND = withKey("RSA", 2048);

  static Sender withKey(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return new Sender(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  PublicKey publicKey() {
    return pair.getPublic();
  }

  byte[] pem() {
    String base64 = Base64.getMimeEncoder().encodeToString(publicKey().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\r\n" + base64 + "\r\n-----END PUBLIC KEY-----\r\n")
        .getBytes(US_ASCII);
  }

  String sign(byte[] body, String epochMillis) {
    return TimestampedRsaSignature.sign(pair.getPrivate(), body, epochMillis);
  }
}
