package com.partnerbridges.iiko.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {

  @Test
  void wordsAreCutSoThatItIsSeenAndNeverWithinACharacter() {
    String words = "a".repeat(499) + "😀" + "b";

    assertThat(Fit.words("its name", words)).isEqualTo("a".repeat(499) + "…");
  }

  @Test
  void wholeCharactersOfAnyKindAreKept() {
    assertThat(Fit.words("its name", "Café 😀 Ёж")).isEqualTo("Café 😀 Ёж");
    assertThat(Fit.words("its name", null)).isNull();
    assertThat(Fit.words("its name", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nul \0", "half \uD83D", "other half \uDE00", "\uDE00\uD83D"})
  void whatCannotBeStoredIsRefused(String text) {
    assertThatThrownBy(() -> Fit.words("its name", text))
        .isInstanceOf(Unstorable.class)
        .hasMessage("its name has a character that cannot be stored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+39", "1E-39", "123456789012345678901234567890123456789"})
  void numbersOfAbsurdSizeAreRefused(String number) {
    assertThatThrownBy(() -> Fit.number("its sum", new BigDecimal(number)))
        .isInstanceOf(Unstorable.class);
  }

  @Test
  void decimalsAreKeptAsTheyAreWritten() {
    assertThat(Fit.number("its sum", new BigDecimal("228.150000000"))).hasScaleOf(9);
  }

  @Test
  void daysOfAbsurdYearsAreRefused() {
    assertThatThrownBy(() -> Fit.day("its date", LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(Unstorable.class);
    assertThatThrownBy(() -> Fit.day("its date", LocalDate.of(0, 1, 1)))
        .isInstanceOf(Unstorable.class);
  }
}
