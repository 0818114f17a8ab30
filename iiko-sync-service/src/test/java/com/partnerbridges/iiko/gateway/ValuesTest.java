package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.Secret;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @ParameterizedTest
  @CsvSource({
    "228.15, 228.15",
    "6.000, 6.000",
    "-0.000000001, -0.000000001",
    "1E+3, 1000",
    "1e-9, 0.000000001",
    "+7, 7",
    "99999999999999999999999999999999999999, 99999999999999999999999999999999999999"
  })
  void decimalsAreExact(String text, String value) {
    assertThat(Values.decimal(text).toPlainString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E999999999",
        "1E-999999999",
        "1E39",
        "1E-39",
        "1E9999999999",
        "999999999999999999999999999999999999999",
        "12,5",
        "1 000",
        "abc",
        "NaN",
        "Infinity",
        "0x10",
        "--1"
      })
  void whatCannotBeKeptExactlyIsNoNumber(String text) {
    assertThatThrownBy(() -> Values.decimal(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void numberOfManyDigitsIsNotEvenRead() {
    assertThatThrownBy(() -> Values.decimal("1".repeat(10_000_000)))
        .isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 2026-03-29T00:00",
    "2026-03-29T12:30:15, 2026-03-29T12:30:15",
    "2026-03-29 12:30:15, 2026-03-29T12:30:15",
    "2026-03-29T12:30, 2026-03-29T12:30",
    "2026-03-29T12:30:15.123, 2026-03-29T12:30:15.123",
    "29.03.2026, 2026-03-29T00:00",
    "29.03.2026 12:30, 2026-03-29T12:30",
    "2026-03-28T23:30:00Z, 2026-03-29T00:30",
    "2026-07-01T12:00:00+03:00, 2026-07-01T11:00",
    "2026-07-01T12:00:00+0300, 2026-07-01T11:00"
  })
  void datesComeInSeveralForms(String text, LocalDateTime value) {
    assertThat(Values.moment(text, ROME)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-13-01",
        "2026-1-1",
        "+12026-01-01",
        "20260101",
        "yesterday",
        "2026-01-01T25:00",
        "2026-01-01X",
        "01.13.2026",
        "1767225600000"
      })
  void whatIsNoDateIsNone(String text) {
    assertThatThrownBy(() -> Values.moment(text, ROME))
        .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
  }

  @Test
  void flagsAreWords() {
    assertThat(Values.flag("TRUE")).isTrue();
    assertThat(Values.flag("0")).isFalse();
    assertThatThrownBy(() -> Values.flag("yes")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void passwordIsSentAsItsSmallSha1() {
    assertThat(PasswordHash.of(Secret.of("resto#test")))
        .isEqualTo("2155245b2c002a1986d3f384af93be813537a476");
  }

  @Test
  void scaleIsKept() {
    assertThat(Values.decimal("12.50")).isEqualTo(new BigDecimal("12.50"));
  }
}
