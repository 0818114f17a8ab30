package com.partnerbridges.shared.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticTokenTest {

  @ParameterizedTest
  @CsvSource({
    "new-token, VALID",
    "old-token, VALID",
    "new-toke, WRONG",
    "new-token2, WRONG",
    "NEW-TOKEN, WRONG",
    "'new-token ', WRONG",
    "'   ', MISSING",
    ", MISSING"
  })
  void currentAndPreviousTokenAreValidAndNothingElse(String presented, Verdict expected) {
    // Given
    StaticToken token = new StaticToken("new-token", "old-token");

    // When
    Verdict verdict = token.verify(presented);

    // Then
    assertThat(verdict).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void absentPreviousTokenIsNoToken(String absent) {
    // Given
    StaticToken token = new StaticToken("new-token", absent);

    // When / Then
    assertThat(token.verify("new-token")).isEqualTo(Verdict.VALID);
    assertThat(token.verify("old-token")).isEqualTo(Verdict.WRONG);
    assertThat(token.verify(absent)).isEqualTo(Verdict.MISSING);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void currentTokenIsRequired(String absent) {
    // When / Then
    assertThatIllegalArgumentException().isThrownBy(() -> new StaticToken(absent, "old-token"));
  }

  @Test
  void tokenIsNotPrinted() {
    // When
    String printed = new StaticToken("new-token", "old-token").toString();

    // Then
    assertThat(printed).doesNotContain("new-token", "old-token");
  }
}
