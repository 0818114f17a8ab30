package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampedRsaSignatureTest {

  private static final Duration SKEW = Duration.ofHours(24);
  private static final byte[] BODY =
      "{\"orderId\": \"A-1\",\n  \"loanAmount\" :  10.50, \"description\":\"për ty\"}"
          .getBytes(UTF_8);

  private final HandClock clock = new HandClock();
  private final TimestampedRsaSignature signature = new TimestampedRsaSignature(clock, SKEW);

  @Test
  void signatureOverRawBodyThenTimestampIsValid() throws GeneralSecurityException {
    // Given a signature made with nothing but the JDK
    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initSign(Sender.FIRST.pair().getPrivate());
    rsa.update((new String(BODY, UTF_8) + now()).getBytes(UTF_8));
    String header = Base64.getEncoder().encodeToString(rsa.sign());

    // When
    Verdict verdict = signature.verify(Sender.FIRST.publicKey(), BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @Test
  void signMakesHeadersThatVerify() {
    // Given
    String header = Sender.FIRST.sign(BODY, now());

    // When
    Verdict verdict = verify(BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @Test
  void timestampBeforeBodyIsRefused() throws GeneralSecurityException {
    // Given
    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initSign(Sender.FIRST.pair().getPrivate());
    rsa.update((now() + new String(BODY, UTF_8)).getBytes(UTF_8));
    String header = Base64.getEncoder().encodeToString(rsa.sign());

    // When
    Verdict verdict = verify(BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
  }

  @Test
  void reserialisedBodyIsRefused() {
    // Given
    String header = Sender.FIRST.sign(BODY, now());
    byte[] compact = new String(BODY, UTF_8).replaceAll("[ \n]+", "").getBytes(UTF_8);

    // When
    Verdict verdict = verify(compact, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
  }

  @Test
  void timestampOtherThanTheSignedOneIsRefused() {
    // Given
    String header = Sender.FIRST.sign(BODY, now());

    // When
    Verdict verdict = verify(BODY, header, millisFromNow(1));

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
  }

  @Test
  void digitsMovedFromTheTimestampIntoTheBodyAreStale() {
    // Given the signed bytes, split one digit later
    String header = Sender.FIRST.sign(BODY, now());
    byte[] longer = (new String(BODY, UTF_8) + now().charAt(0)).getBytes(UTF_8);

    // When
    Verdict verdict = verify(longer, header, now().substring(1));

    // Then the rest of the timestamp is decades away
    assertThat(verdict).isEqualTo(Verdict.STALE);
  }

  @Test
  void signatureByAnotherKeyIsWrong() {
    // Given
    String header = Sender.SECOND.sign(BODY, now());

    // When
    Verdict verdict = verify(BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void absentHeaderIsMissing(String absent) {
    // Given
    String header = Sender.FIRST.sign(BODY, now());

    // When / Then
    assertThat(verify(BODY, absent, now())).isEqualTo(Verdict.MISSING);
    assertThat(verify(BODY, header, absent)).isEqualTo(Verdict.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e3",
        "-1740830400000",
        "+1740830400000",
        "1234567890123456",
        "17408304O0",
        "١٢٣"
      })
  void timestampThatIsNotOneToFifteenDigitsIsMalformed(String timestamp) {
    // Given
    String header = Sender.FIRST.sign(BODY, timestamp);

    // When
    Verdict verdict = verify(BODY, header, timestamp);

    // Then
    assertThat(verdict).isEqualTo(Verdict.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%%", "A", "AAA=A", "QUJD\r\nQUJD", "_-_-"})
  void signatureThatIsNotStandardBase64IsMalformed(String header) {
    // When
    Verdict verdict = verify(BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(Verdict.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"1024, WRONG", "1027, MALFORMED", "1000000, MALFORMED", "1, WRONG"})
  void signatureIsDecodedOnlyUpToTheLargestKeysLength(int bytes, Verdict expected) {
    // Given
    String header = Base64.getEncoder().encodeToString(new byte[bytes]);

    // When
    Verdict verdict = verify(BODY, header, now());

    // Then
    assertThat(verdict).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-86400000, VALID", "-86400001, STALE", "86400000, VALID", "86400001, STALE"})
  void skewIsToleratedUpToTheLimitOnBothSides(long millisFromNow, Verdict expected) {
    // Given
    String timestamp = millisFromNow(millisFromNow);
    String header = Sender.FIRST.sign(BODY, timestamp);

    // When
    Verdict verdict = verify(BODY, header, timestamp);

    // Then
    assertThat(verdict).isEqualTo(expected);
  }

  @Test
  void keyThatIsNotRsaIsTheCallersMistake() {
    // Given
    Sender elliptic = Sender.withKey("EC", 256);
    String header = Sender.FIRST.sign(BODY, now());

    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signature.verify(elliptic.publicKey(), BODY, header, now()));
    assertThatIllegalArgumentException().isThrownBy(() -> elliptic.sign(BODY, now()));
  }

  @Test
  void negativeSkewIsRefused() {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimestampedRsaSignature(clock, Duration.ofMillis(-1)));
  }

  private Verdict verify(byte[] body, String header, String timestamp) {
    return signature.verify(Sender.FIRST.publicKey(), body, header, timestamp);
  }

  private String now() {
    return millisFromNow(0);
  }

  private String millisFromNow(long millis) {
    return Long.toString(clock.millis() + millis);
  }
}
