package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEventTest {

  /** Every state and every event; what is not named is left as it is. */
  @ParameterizedTest
  @CsvSource({
    "BEGUN, RUNNING, QUEUED RUNNING",
    "PUT_OFF, QUEUED, RUNNING",
    "DONE, SUCCEEDED, RUNNING",
    "PARTLY, PARTIAL, RUNNING",
    "GIVEN_UP, FAILED, RUNNING",
    "WITHDRAWN, CANCELLED, QUEUED",
    "CANCELLED, CANCELLED, RUNNING"
  })
  void anEventLeadsToOneStateAndOnlyFromTheseStates(RunEvent event, RunState target, String from) {
    assertThat(event.target()).isEqualTo(target);
    assertThat(event.movesFrom()).containsExactly(from.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"SUCCEEDED", "PARTIAL", "FAILED", "CANCELLED"})
  void nothingComesAfterAnEnd(RunState end) {
    List<RunEvent> moving =
        Arrays.stream(RunEvent.values())
            .filter(event -> List.of(event.movesFrom()).contains(end.name()))
            .toList();

    assertThat(moving).isEmpty();
    assertThat(end.isOpen()).isFalse();
    assertThat(RunState.open()).doesNotContain(end.name());
  }
}
