package com.partnerbridges.iiko.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Problem AWAY = Problem.of(503, "DATABASE_AWAY", "away");

  @Test
  void aMomentsAbsenceIsWaitedFor() {
    AtomicInteger asked = new AtomicInteger();
    Uni<String> secondTime =
        Uni.createFrom()
            .deferred(
                () ->
                    asked.incrementAndGet() == 1
                        ? Uni.createFrom().failure(AWAY)
                        : Uni.createFrom().item("here"));

    String answer = new Patience(Duration.ofSeconds(20)).await(secondTime);

    assertThat(answer).isEqualTo("here");
  }

  @Test
  void aDatabaseThatStaysAwayIsSaidToBeAway() {
    Uni<String> never = Uni.createFrom().failure(AWAY);

    assertThatThrownBy(() -> new Patience(Duration.ofMillis(400)).await(never)).isSameAs(AWAY);
  }
}
