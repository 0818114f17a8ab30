package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookSignatureTest {

  /** The vector that the specification's reference libraries are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final String OTHER_SECRET = "whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldCE=";
  private static final String OTHER_SIGNATURE =
      StandardWebhookSignature.sign(OTHER_SECRET, BODY, ID, TIMESTAMP);

  private final StandardWebhookSignature signature = withSecrets(0, SECRET);

  @Test
  void publishedVectorIsValid() {
    // When
    Verdict verdict = signature.verify(BODY, ID, TIMESTAMP, SIGNATURE);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @Test
  void signMakesThePublishedVector() {
    // When
    String made = StandardWebhookSignature.sign(SECRET, BODY, ID, TIMESTAMP);

    // Then
    assertThat(made).isEqualTo(SIGNATURE);
  }

  @Test
  void prefixOfTheSecretIsOptional() {
    // Given
    StandardWebhookSignature bare = withSecrets(0, SECRET.substring("whsec_".length()));

    // When
    Verdict verdict = bare.verify(BODY, ID, TIMESTAMP, SIGNATURE);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @Test
  void anySecretMayHaveMadeAnySignature() {
    // Given
    StandardWebhookSignature rotating = withSecrets(0, OTHER_SECRET, SECRET);

    // When / Then
    assertThat(rotating.verify(BODY, ID, TIMESTAMP, SIGNATURE)).isEqualTo(Verdict.VALID);
    assertThat(rotating.verify(BODY, ID, TIMESTAMP, OTHER_SIGNATURE)).isEqualTo(Verdict.VALID);
    assertThat(signature.verify(BODY, ID, TIMESTAMP, OTHER_SIGNATURE + " " + SIGNATURE))
        .isEqualTo(Verdict.VALID);
    assertThat(signature.verify(BODY, ID, TIMESTAMP, OTHER_SIGNATURE)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1a", "v2", "v1"})
  void entriesThatCannotBeComparedAreIgnored(String version) {
    // Given
    String header = version + ",%%% " + SIGNATURE + " nonsense";

    // When
    Verdict verdict = signature.verify(BODY, ID, TIMESTAMP, header);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,%%%"
      })
  void headerWithoutAReadableEntryOfOurVersionIsMalformed(String header) {
    // When
    Verdict verdict = signature.verify(BODY, ID, TIMESTAMP, header);

    // Then
    assertThat(verdict).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void oversizeHeadersAreMalformed() {
    // When / Then
    assertThat(signature.verify(BODY, ID, TIMESTAMP, SIGNATURE + " ".repeat(4096)))
        .isEqualTo(Verdict.MALFORMED);
    assertThat(signature.verify(BODY, "m".repeat(257), TIMESTAMP, SIGNATURE))
        .isEqualTo(Verdict.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1614265330.5", "-1", "+1", "1e9", "1234567890123", "٣"})
  void timestampThatIsNotWholeSecondsIsMalformed(String timestamp) {
    // When
    Verdict verdict = signature.verify(BODY, ID, timestamp, SIGNATURE);

    // Then
    assertThat(verdict).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void delimiterInTheIdIsMalformed() {
    // Given "a.1" + "." + timestamp … signs like "a" + "." + "1.…"
    String header = StandardWebhookSignature.sign(SECRET, BODY, "a.1", TIMESTAMP);

    // When
    Verdict verdict = signature.verify(BODY, "a.1", TIMESTAMP, header);

    // Then
    assertThat(verdict).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void absentHeadersAreMissing() {
    // When / Then
    assertThat(signature.verify(BODY, null, TIMESTAMP, SIGNATURE)).isEqualTo(Verdict.MISSING);
    assertThat(signature.verify(BODY, ID, " ", SIGNATURE)).isEqualTo(Verdict.MISSING);
    assertThat(signature.verify(BODY, ID, TIMESTAMP, "")).isEqualTo(Verdict.MISSING);
  }

  @Test
  void changedPartsAreWrong() {
    // Given
    byte[] compact = "{\"test\":2432232314}".getBytes(UTF_8);

    // When / Then
    assertThat(signature.verify(compact, ID, TIMESTAMP, SIGNATURE)).isEqualTo(Verdict.WRONG);
    assertThat(signature.verify(BODY, ID + "x", TIMESTAMP, SIGNATURE)).isEqualTo(Verdict.WRONG);
    assertThat(signature.verify(BODY, ID, "1614265331", SIGNATURE)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @CsvSource({"300, VALID", "301, STALE", "-300, VALID", "-301, STALE"})
  void skewIsToleratedUpToTheLimitOnBothSides(long secondsLater, Verdict expected) {
    // Given
    StandardWebhookSignature later = withSecrets(secondsLater, SECRET);

    // When
    Verdict verdict = later.verify(BODY, ID, TIMESTAMP, SIGNATURE);

    // Then
    assertThat(verdict).isEqualTo(expected);
  }

  @Test
  void badSecretsAreRefusedWithoutBeingQuoted() {
    // Given
    String notBase64 = "whsec_canary!canary!canary!canary!canary!";
    String tooShort = "whsec_Y2FuYXJ5";

    // When / Then
    assertRefused("Webhook secret 2 is not Base64", () -> withSecrets(0, SECRET, notBase64));
    assertRefused("Webhook secret 1 is shorter than 24 bytes", () -> withSecrets(0, tooShort));
    assertRefused("No webhook secret", () -> withSecrets(0));
  }

  @Test
  void secretsAreNotPrinted() {
    // When
    String printed = signature.toString();

    // Then
    assertThat(printed).isEqualTo("StandardWebhookSignature[secrets=1]");
  }

  private static void assertRefused(String message, ThrowingCallable construction) {
    assertThatIllegalArgumentException()
        .isThrownBy(construction)
        .withMessage(message)
        .withNoCause();
  }

  private static StandardWebhookSignature withSecrets(long secondsLater, String... secrets) {
    Instant now = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP) + secondsLater);
    return new StandardWebhookSignature(
        Clock.fixed(now, ZoneOffset.UTC), Duration.ofMinutes(5), List.of(secrets));
  }
}
