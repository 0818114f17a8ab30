package com.partnerbridges.shared.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.shared.edge.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalliesTest {

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Uni<List<Figure>> answer = parcels(3);
  private int questions;

  private final Tallies tallies =
      new Tallies(
          List.of(
              () -> {
                questions++;
                return answer;
              }),
          metrics,
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void numbersAreAskedForOnceInFiveSeconds() {
    look();
    now = now.plus(Tallies.FRESH).minusMillis(1);
    look();
    now = now.plusMillis(1);

    look();

    assertThat(questions).isEqualTo(2);
    assertThat(parcels()).isEqualTo(3);
  }

  @Test
  void whatIsGoneIsNone() {
    look();
    answer = Uni.createFrom().item(List.of());
    now = now.plus(Tallies.FRESH);

    look();

    assertThat(parcels()).isZero();
  }

  @Test
  void numbersAreNotKnownWhileTheDatabaseIsAway() {
    look();
    answer = Uni.createFrom().failure(Problem.of(503, "DATABASE_AWAY", "away"));
    now = now.plus(Tallies.FRESH);

    look();

    assertThat(parcels()).isNaN();
    assertThat(up()).isZero();
  }

  @Test
  void numbersComeBackWithTheDatabase() {
    answer = Uni.createFrom().failure(Problem.of(503, "DATABASE_AWAY", "away"));
    look();
    answer = parcels(2);
    now = now.plus(Tallies.FRESH);

    look();

    assertThat(parcels()).isEqualTo(2);
    assertThat(up()).isEqualTo(1);
  }

  private void look() {
    tallies.fresh().await().indefinitely();
  }

  private double parcels() {
    return metrics.get("parcels").tag("state", "LOST").gauge().value();
  }

  private double up() {
    return metrics.get("database.up").gauge().value();
  }

  private static Uni<List<Figure>> parcels(int number) {
    return Uni.createFrom().item(List.of(new Figure("parcels", "state", "LOST", number)));
  }
}
