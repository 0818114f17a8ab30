package com.partnerbridges.xendit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Buckets buckets = new Buckets(120, () -> now);

  @Test
  void aMinutesWorthIsLetThroughAtOnce() {
    assertThat(takenInARow("a")).isEqualTo(120);
  }

  @Test
  void anEmptyBucketTellsWhenToComeBack() {
    takenInARow("a");

    Duration wait = buckets.take("a");

    assertThat(wait).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whoComesBackInTimeIsLetThrough() {
    takenInARow("a");
    now = now.plus(buckets.take("a"));

    Duration wait = buckets.take("a");

    assertThat(wait).isZero();
  }

  @Test
  void refusedQuestionsDoNotPutTheNextOneOff() {
    takenInARow("a");
    for (int i = 0; i < 1000; i++) {
      buckets.take("a");
    }

    assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void aBucketNeverHoldsMoreThanAMinutesWorth() {
    takenInARow("a");
    now = now.plus(Duration.ofHours(1));

    assertThat(takenInARow("a")).isEqualTo(120);
  }

  @Test
  void oneKeyDoesNotEmptyTheBucketOfAnother() {
    takenInARow("a");

    assertThat(takenInARow("b")).isEqualTo(120);
  }

  @Test
  void twoScreensThatPollEvery3SecondsForAnHourNeverMeetTheLimit() {
    for (int i = 0; i < 1200; i++) {
      assertThat(buckets.take("TRX")).isZero();
      assertThat(buckets.take("TRX")).isZero();
      now = now.plusSeconds(3);
    }
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() {
    takenInARow("a");
    now = now.minus(Duration.ofHours(1));
    buckets.take("a");
    now = now.plus(Duration.ofMinutes(1));

    assertThat(takenInARow("a")).isEqualTo(120);
  }

  private int takenInARow(String key) {
    int taken = 0;
    while (buckets.take(key).isZero()) {
      taken++;
    }
    return taken;
  }
}
