package com.partnerbridges.shared.credentials;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D), on the JDK's own provider. */
final class AesGcm {

  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private AesGcm() {}

  /** Returns ciphertext and tag. A nonce must never serve twice with one key. */
  static byte[] seal(SecretKey key, byte[] nonce, byte[] associated, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  static byte[] open(SecretKey key, byte[] nonce, byte[] associated, byte[] ciphertextAndTag) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(ciphertextAndTag);
    } catch (AEADBadTagException e) {
      throw new TamperedException("The stored text does not authenticate");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
