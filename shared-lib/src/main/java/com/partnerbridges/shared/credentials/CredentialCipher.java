package com.partnerbridges.shared.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Encrypts partners' credentials for storage: AES-256-GCM with a fresh random 96-bit nonce and a
 * 128-bit tag (NIST SP 800-38D; at most 2^32 encryptions with one key).
 *
 * <p>The stored text is {@code v1.<key id>.<base64url of nonce, ciphertext and tag, not padded>}:
 * ASCII, of the plaintext's UTF-8 length × 4/3 plus at most 74 characters. Version and key id are
 * authenticated too.
 *
 * <p>Plaintext is a String: credentials come out of JSON and go into HTTP headers as Strings, so
 * that wiping one copy would protect nothing.
 *
 * <p>Safe for use by many threads.
 */
public final class CredentialCipher {

  private final Keyset keys;

  // not static: a native image must not be built with a seed in it
  private final SecureRandom random = new SecureRandom();

  public CredentialCipher(Keyset keys) {
    this.keys = Objects.requireNonNull(keys);
  }

  /**
   * Encrypts with the primary key. The same plaintext gives another text each time.
   *
   * @throws IllegalArgumentException if the plaintext has an unpaired surrogate
   */
  public String encrypt(String plaintext, AssociatedData place) {
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        AesGcm.seal(
            keys.primary(),
            nonce,
            place.encodeAfter(SealedText.header(keys.primaryId())),
            StrictUtf8.encode(plaintext));
    return new SealedText(keys.primaryId(), nonce, sealed).format();
  }

  /**
   * Decrypts with the key that the text names.
   *
   * @param place what {@link #encrypt} was given
   * @throws KeyUnavailableException if that key is unknown or disabled
   * @throws TamperedException if the text is not what was encrypted for this place
   */
  public String decrypt(String stored, AssociatedData place) {
    SealedText text = SealedText.parse(stored);
    byte[] plaintext =
        AesGcm.open(
            keys.enabled(text.keyId()),
            text.nonce(),
            place.encodeAfter(SealedText.header(text.keyId())),
            text.ciphertextAndTag());
    return new String(plaintext, UTF_8);
  }

  /**
   * Whether the text was encrypted with another key than the primary. Looks at the key id only.
   *
   * @throws TamperedException if the text is not of the stored form
   */
  public boolean needsReEncryption(String stored) {
    return !SealedText.parse(stored).keyId().equals(keys.primaryId());
  }

  @Override
  public String toString() {
    return "CredentialCipher[" + keys + "]";
  }
}
