package com.partnerbridges.xendit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.shared.edge.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-CBC with PKCS7 padding as Atlas and existing front ends use it: key and initialisation
 * vector are the UTF-8 bytes of configured texts, cut or padded with NUL to 32 and 16 bytes, and
 * always the same ones. That hides little from somebody who looks closely and proves nothing about
 * the sender; it is what the other side expects.
 */
public final class AesCbc {

  public static final int KEY_BYTES = 32;
  public static final int IV_BYTES = 16;

  private final SecretKeySpec key;
  private final IvParameterSpec iv;

  public AesCbc(Secret key, Secret iv) {
    this.key = new SecretKeySpec(bytes(key, KEY_BYTES), "AES");
    this.iv = new IvParameterSpec(bytes(iv, IV_BYTES));
  }

  /** Base64 of what only the key reads. */
  public String encrypt(byte[] plain) {
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES refuses to encrypt", impossible);
    }
  }

  /**
   * @throws GeneralSecurityException when the key does not fit
   * @throws IllegalArgumentException when the text is no Base64
   */
  public byte[] decrypt(String base64) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(base64));
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding"); // PKCS7, under its Java name
    cipher.init(mode, key, iv);
    return cipher;
  }

  private static byte[] bytes(Secret text, int length) {
    return Arrays.copyOf(text.value().getBytes(UTF_8), length);
  }
}
