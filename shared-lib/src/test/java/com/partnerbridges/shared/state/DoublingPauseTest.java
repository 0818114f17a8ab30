package com.partnerbridges.shared.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublingPauseTest {

  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "2,4", "4,16", "5,30", "6,30", "2147483647,30"})
  void itDoublesUpToTheLongest(int times, int minutes) {
    DoublingPause pause = new DoublingPause(Duration.ofMinutes(1), Duration.ofMinutes(30));

    assertThat(pause.after(times)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @CsvSource({"0", "5"})
  void aFirstPauseOverTheLongestIsTheLongest(int times) {
    DoublingPause pause = new DoublingPause(Duration.ofHours(1), Duration.ofMinutes(30));

    assertThat(pause.after(times)).isEqualTo(Duration.ofMinutes(30));
  }
}
