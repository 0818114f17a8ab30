package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderPauseTest {

  private static final RandomGenerator LEAST = () -> 0;

  @Test
  void eachPauseIsThreeTimesAsLong() {
    OrderPause pause = new OrderPause(Duration.ofMinutes(1), LEAST);

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(tries -> pause.after(tries, null).toMinutes()))
        .containsExactly(1L, 3L, 9L, 27L, 81L, 243L, 729L);
  }

  @Test
  void eightTriesTakeAboutADay() {
    OrderPause pause =
        new OrderPause(Duration.ofMinutes(1), RandomGenerator.of("SplittableRandom"));

    Duration all =
        IntStream.rangeClosed(1, 7)
            .mapToObj(tries -> pause.after(tries, null))
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(18), Duration.ofHours(28));
  }

  @Test
  void noPauseIsMuchLongerThanADay() {
    OrderPause pause = new OrderPause(Duration.ofMinutes(1), LEAST);

    assertThat(pause.after(100, null)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void thePartnersOwnWordCountsWhenItIsLonger() {
    OrderPause pause = new OrderPause(Duration.ofMinutes(1), LEAST);

    assertThat(pause.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(pause.after(3, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(9));
  }
}
