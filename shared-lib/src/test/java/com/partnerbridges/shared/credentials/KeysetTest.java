package com.partnerbridges.shared.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysetTest {

  private static final String KEY_A = "Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5QUE=";
  private static final String KEY_B = "Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5QkI=";
  private static final String KEY_C = "Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Q0M=";

  @Test
  void marksTellPrimaryAndDisabledKeys() {
    // When
    Keyset keyset = Keyset.parse("2024:" + KEY_A + " , *2025:" + KEY_B + ",\n-2023:" + KEY_C);

    // Then
    assertThat(keyset).hasToString("Keyset[primary=2025, enabled=[2024, 2025], disabled=[2023]]");
  }

  @Test
  void singleKeyIsPrimaryWithoutAMark() {
    // When
    Keyset keyset = Keyset.parse("only:" + KEY_A);

    // Then
    assertThat(keyset.primaryId()).isEqualTo("only");
  }

  @Test
  void bareKeyHasAnIdThatIsAlwaysTheSame() {
    // When
    Keyset alone = Keyset.parse(KEY_A);
    Keyset beside = Keyset.parse(KEY_A + ",*" + KEY_B);

    // Then computed independently: HMAC-SHA256(key, "keyset id"), first four bytes
    assertThat(alone.primaryId()).isEqualTo("k37224601");
    assertThat(beside.enabled(alone.primaryId())).isEqualTo(alone.primary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | Keyset entry 1: the key has 0 bytes, not 32",
        "*a:$A,               | Keyset entry 2: the key has 0 bytes, not 32",
        "a:$A,b:$B            | The keyset has no primary key: mark one with *",
        "*a:$A,*b:$B          | Keyset entry 2 is a second primary key",
        "-a:$A                | The keyset has no primary key: mark one with *",
        "*a:$A,a:$B           | Keyset entry 2 has the id of an earlier entry",
        "*a:$A,-a:$B          | Keyset entry 2 has the id of an earlier entry",
        "a:Y2FuYXJ5           | Keyset entry 1: the key has 6 bytes, not 32",
        "a:canary!            | Keyset entry 1: the key is not Base64",
        "$A:a                 | Keyset entry 1 is not of the form id:base64key",
        "Y2FuYXJ5:a           | Keyset entry 1: the key is not Base64",
        "a:b:$A               | Keyset entry 1 is not of the form id:base64key",
        "*-a:$A               | Keyset entry 1 is not of the form id:base64key"
      })
  void mistakesAreNamedWithoutQuotingThem(String text, String message) {
    // Given
    String keyset = text.replace("$A", KEY_A).replace("$B", KEY_B);

    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keyset.parse(keyset))
        .withMessage(message)
        .withNoCause();
  }
}
