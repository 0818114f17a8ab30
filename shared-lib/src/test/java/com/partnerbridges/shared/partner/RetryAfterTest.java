package com.partnerbridges.shared.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2025-11-03T14:22:10Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "' 120 ' | PT2M",
        "86401 | PT24H",
        "99999999999999999999 | PT24H",
        "Mon, 03 Nov 2025 14:23:10 GMT | PT1M",
        "Mon, 03 Nov 2025 14:21:10 GMT | PT0S",
        "Tue, 03 Nov 2026 14:22:10 GMT | PT24H"
      })
  void waitIsSecondsOrADateAndADayAtMost(String header, Duration wait) {
    assertThat(RetryAfter.read(header, NOW)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "Mon, 99 Nov 2025 14:23:10 GMT"})
  void whatCannotBeReadSaysNothing(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  @Test
  void noHeaderSaysNothing() {
    assertThat(RetryAfter.read(null, NOW)).isEmpty();
  }
}
