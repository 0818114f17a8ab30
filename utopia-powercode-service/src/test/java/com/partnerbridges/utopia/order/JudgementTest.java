package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JudgementTest extends ServiceTest {

  @Inject Judgement judgement;

  @Test
  void anOpenBreakerIsWaitedForBrieflyHoweverOftenTheOrderHasFailed() {
    Step step = new Step(Step.CUSTOMER, StepState.WAITING, null, null, null, null, null);
    Order order =
        new Order(
            newRef(),
            OrderState.IN_PROGRESS,
            6,
            7,
            clock.instant(),
            null,
            null,
            clock.instant(),
            clock.instant(),
            null,
            List.of(step));

    Settlement settlement =
        judgement.of(
            order, step, new StepOutcome.Again("circuit breaker open", false, false, null));

    assertThat(settlement.attempts()).isEqualTo(6);
    assertThat(Duration.between(clock.instant(), settlement.next()))
        .isLessThan(Duration.ofMinutes(2));
  }
}
