package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

  @ParameterizedTest
  @EnumSource(names = {"LOGIN", "SEARCH", "LOGOUT"})
  void whatAPersonWaitsForIsNotWaitedForLongerThanABrowserDoes(Operation operation) {
    assertThat(operation.patience(Duration.ofSeconds(120))).isLessThan(Duration.ofSeconds(31));
  }

  @ParameterizedTest
  @EnumSource
  void noSilenceIsBorneLongerThanTheSettingsSay(Operation operation) {
    assertThat(operation.patience(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
  }
}
