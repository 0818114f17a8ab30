package com.partnerbridges.shared.credentials;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stored form: {@code v1.<key id>.<base64url of nonce, ciphertext and tag, not padded>}. */
record SealedText(String keyId, byte[] nonce, byte[] ciphertextAndTag) {

  private static final String VERSION = "v1";
  private static final Pattern FORM =
      Pattern.compile(VERSION + "\\.(" + Keyset.ID + ")\\.([A-Za-z0-9_-]++)");

  static SealedText parse(String stored) {
    Matcher matcher = FORM.matcher(stored);
    if (!matcher.matches()) {
      throw new TamperedException("The stored text is not of the form " + VERSION + ".key.sealed");
    }
    byte[] bytes = decode(matcher.group(2));
    if (bytes.length < AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES) {
      throw new TamperedException("The stored text is cut short");
    }
    return new SealedText(
        matcher.group(1),
        Arrays.copyOf(bytes, AesGcm.NONCE_BYTES),
        Arrays.copyOfRange(bytes, AesGcm.NONCE_BYTES, bytes.length));
  }

  /** The part before the sealed bytes, which is authenticated with them. */
  static String header(String keyId) {
    return VERSION + '.' + keyId;
  }

  String format() {
    byte[] bytes = Arrays.copyOf(nonce, nonce.length + ciphertextAndTag.length);
    System.arraycopy(ciphertextAndTag, 0, bytes, nonce.length, ciphertextAndTag.length);
    return header(keyId) + '.' + encode(bytes);
  }

  private static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      // the decoder overlooks spare bits in the last character: one text for each value, not four
      if (encode(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // answered below, without the text that the decoder quotes
    }
    throw new TamperedException("The stored text is not base64url");
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
