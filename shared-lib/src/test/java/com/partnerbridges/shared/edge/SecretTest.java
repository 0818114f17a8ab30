package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @Test
  void neverPrintsItsValue() {
    String printed = "token=" + Secret.of("tok-3n");

    assertThat(printed).isEqualTo("token=***");
  }

  @Test
  void equalsByValue() {
    assertThat(Secret.of("tok-3n"))
        .isEqualTo(Secret.of("tok-3n"))
        .hasSameHashCodeAs(Secret.of("tok-3n"))
        .isNotEqualTo(Secret.of("tok-3m"))
        .isNotEqualTo("tok-3n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankIsNoSecret(String blank) {
    assertThatThrownBy(() -> Secret.of(blank)).isInstanceOf(UnusableSetting.class);
  }
}
