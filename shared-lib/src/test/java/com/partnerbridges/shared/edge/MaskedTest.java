package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource({
    "+355691234512, +355*****12",
    "+37369123456, +373*****56",
    "+355691234, +355*****34",
    "+35569, *****",
    "12, *****",
    ", *****",
  })
  void phoneKeepsItsStartAndEnd(String number, String masked) {
    assertThat(Masked.phone(number)).isEqualTo(masked);
  }
}
