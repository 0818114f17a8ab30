package com.partnerbridges.dev.sandbox.idp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The key pair that tokens are signed with: RS256 of RFC 7518. */
final class IdpKey {
  private static final int BITS = 2048;
  private static final String ID = "sandbox-1";

  private final KeyPair pair;

  private IdpKey(KeyPair pair) {
    this.pair = pair;
  }

  /** Takes a good part of a second: not for the event loop. */
  static IdpKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new IdpKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token of RFC 7519 with these claims. */
  String token(Map<String, Object> claims) {
    String header = encoded(Json.bytes(Map.of("alg", "RS256", "typ", "JWT", "kid", ID)));
    String signed = header + "." + encoded(Json.bytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half as RFC 7517 has it. */
  Map<String, Object> jwks() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                ID,
                "n",
                encoded(key.getModulus()),
                "e",
                encoded(key.getPublicExponent()))));
  }

  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    boolean signByte = bytes[0] == 0 && bytes.length > 1;
    return encoded(signByte ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
