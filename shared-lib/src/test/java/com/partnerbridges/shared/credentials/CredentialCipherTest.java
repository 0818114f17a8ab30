package com.partnerbridges.shared.credentials;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialCipherTest {

  private static final String OLD_KEY = key(1);
  private static final String NEW_KEY = key(2);
  private static final String SECRET = "pä55word-canary";
  private static final AssociatedData PLACE =
      AssociatedData.of("account", "42").and("integration", "7").and("field", "password");

  private final CredentialCipher before = cipher("old:" + OLD_KEY);
  private final CredentialCipher after = cipher("old:" + OLD_KEY + ",*new:" + NEW_KEY);

  @Test
  void encryptedTextHasTheDocumentedForm() {
    // When
    String stored = before.encrypt("secret", PLACE);

    // Then 12 bytes of nonce, 6 of ciphertext, 16 of tag
    assertThat(stored).matches("v1\\.old\\.[A-Za-z0-9_-]{46}");
  }

  @Test
  void anyTextComesBackUnchanged() {
    long seed = 20250301;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      // Given
      String plaintext = randomText(random);
      AssociatedData place = AssociatedData.of(randomText(random), randomText(random));

      // When
      String decrypted = after.decrypt(after.encrypt(plaintext, place), place);

      // Then
      assertThat(decrypted).as("seed %d, round %d", seed, i).isEqualTo(plaintext);
    }
  }

  @Test
  void everySingleBitFlippedInTheTextIsRefused() {
    // Given
    byte[] stored = before.encrypt(SECRET, PLACE).getBytes(ISO_8859_1);

    for (int bit = 0; bit < stored.length * 8; bit++) {
      // When
      String corrupted = new String(flipped(stored, bit), ISO_8859_1);
      Throwable refusal = catchThrowable(() -> before.decrypt(corrupted, PLACE));

      // Then a changed key id is an unknown key, everything else is tampering
      assertThat(refusal).as("bit %d", bit).isInstanceOf(CredentialException.class);
      assertThat(refusal).message().doesNotContain(SECRET, OLD_KEY);
    }
  }

  @Test
  void everySingleBitFlippedInTheSealedBytesIsTampering() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);
    String header = stored.substring(0, stored.lastIndexOf('.') + 1);
    byte[] sealed = Base64.getUrlDecoder().decode(stored.substring(header.length()));

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      // When
      String corrupted = header + base64Url(flipped(sealed, bit));

      // Then
      assertThatExceptionOfType(TamperedException.class)
          .as("bit %d", bit)
          .isThrownBy(() -> before.decrypt(corrupted, PLACE));
    }
  }

  @Test
  void everyTruncationIsRefused() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);

    for (int length = 0; length < stored.length(); length++) {
      // When
      String cut = stored.substring(0, length);

      // Then
      assertThatExceptionOfType(TamperedException.class)
          .as("length %d", length)
          .isThrownBy(() -> before.decrypt(cut, PLACE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1.old", "v1..AAAA", "v2.old.AAAA", "v1.old.A=", "plain text"})
  void textOfAnotherFormIsTampering(String stored) {
    // When / Then
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> before.decrypt(stored, PLACE));
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> before.needsReEncryption(stored));
  }

  @Test
  void textMovedToAnotherPlaceIsTampering() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);
    List<AssociatedData> elsewhere =
        List.of(
            AssociatedData.of("account", "43").and("integration", "7").and("field", "password"),
            AssociatedData.of("account", "42").and("integration", "7").and("field", "login"),
            AssociatedData.of("integration", "7").and("account", "42").and("field", "password"),
            AssociatedData.of("account", "7").and("integration", "42").and("field", "password"),
            AssociatedData.of("account", "42").and("integration", "7"),
            AssociatedData.of("account4", "2").and("integration", "7").and("field", "password"),
            PLACE.and("field", "password"));

    // When / Then
    assertThat(elsewhere)
        .allSatisfy(
            place ->
                assertThatExceptionOfType(TamperedException.class)
                    .isThrownBy(() -> before.decrypt(stored, place)));
  }

  @Test
  void associatedDataIsRequired() {
    // When / Then
    assertThatNullPointerException().isThrownBy(() -> before.encrypt(SECRET, null));
  }

  @Test
  void samePlaintextNeverHasTheSameNonceTwice() {
    // Given
    int times = 50_000;
    Set<String> nonces = new HashSet<>();

    // When
    for (int i = 0; i < times; i++) {
      nonces.add(before.encrypt(SECRET, PLACE).substring("v1.old.".length()).substring(0, 16));
    }

    // Then
    assertThat(nonces).hasSize(times);
  }

  @Test
  void rotationReadsTheOldKeyAndWritesTheNew() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);

    // When
    String reEncrypted = after.encrypt(after.decrypt(stored, PLACE), PLACE);

    // Then
    assertThat(after.needsReEncryption(stored)).isTrue();
    assertThat(after.needsReEncryption(reEncrypted)).isFalse();
    assertThat(cipher("new:" + NEW_KEY).decrypt(reEncrypted, PLACE)).isEqualTo(SECRET);
  }

  @Test
  void unknownKeyIsItsOwnOutcome() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);
    CredentialCipher without = cipher("new:" + NEW_KEY);

    // When / Then
    assertThatExceptionOfType(KeyUnavailableException.class)
        .isThrownBy(() -> without.decrypt(stored, PLACE))
        .withMessage("Key 'old' is not in the keyset")
        .returns("old", KeyUnavailableException::keyId);
    assertThat(without.needsReEncryption(stored)).isTrue();
  }

  @Test
  void disabledKeyDoesNotDecrypt() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);
    CredentialCipher disabled = cipher("-old:" + OLD_KEY + ",*new:" + NEW_KEY);

    // When / Then
    assertThatExceptionOfType(KeyUnavailableException.class)
        .isThrownBy(() -> disabled.decrypt(stored, PLACE))
        .withMessage("Key 'old' is disabled");
  }

  @Test
  void anotherKeyUnderTheSameIdIsTampering() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);

    // When / Then
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> cipher("old:" + NEW_KEY).decrypt(stored, PLACE));
  }

  @Test
  void keyIdIsAuthenticatedEvenIfTheKeyIsTheSame() {
    // Given
    String stored = before.encrypt(SECRET, PLACE);
    CredentialCipher alias = cipher("*old:" + OLD_KEY + ",alias:" + OLD_KEY);

    // When / Then
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> alias.decrypt(stored.replace(".old.", ".alias."), PLACE));
  }

  @Test
  void textThatUtf8CannotCarryIsRefusedRatherThanChanged() {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.encrypt("canary\uD800", PLACE))
        .withMessageNotContaining("canary")
        .withNoCause();
  }

  @Test
  void nothingSecretIsPrinted() {
    // When
    String printed = after + " " + PLACE;

    // Then
    assertThat(printed)
        .isEqualTo(
            "CredentialCipher[Keyset[primary=new, enabled=[old, new], disabled=[]]]"
                + " AssociatedData[parts=3]");
  }

  private static CredentialCipher cipher(String keyset) {
    return new CredentialCipher(Keyset.parse(keyset));
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }

  /** Up to 200 code points from all of Unicode but the surrogates. */
  private static String randomText(Random random) {
    int[] points =
        random
            .ints(0, Character.MAX_CODE_POINT + 1)
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .limit(random.nextInt(200))
            .toArray();
    return new String(points, 0, points.length);
  }
}
