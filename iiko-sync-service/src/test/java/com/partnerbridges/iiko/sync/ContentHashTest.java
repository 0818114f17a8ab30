package com.partnerbridges.iiko.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  @Test
  void equalNumbersAreAlikeHoweverTheyAreWritten() {
    assertThat(of(new BigDecimal("12.50"))).isEqualTo(of(new BigDecimal("12.5")));
    assertThat(of(new BigDecimal("0E-9"))).isEqualTo(of(new BigDecimal("0")));
    assertThat(of(new BigDecimal("100"))).isEqualTo(of(new BigDecimal("1E+2")));
    assertThat(of(new BigDecimal("12.5"))).isNotEqualTo(of(new BigDecimal("12.05")));
  }

  @Test
  void nothingIsNotEmpty() {
    assertThat(of((Object) null)).isNotEqualTo(of(""));
  }

  @Test
  void whereAFieldEndsMatters() {
    assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
    assertThat(of("a", null)).isNotEqualTo(of(null, "a"));
  }

  private static String of(Object... values) {
    ContentHash hash = new ContentHash();
    for (Object value : values) {
      hash.add(value);
    }
    return hash.hex();
  }
}
