package com.partnerbridges.shared.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DueTasksTest {

  private final AtomicInteger hung = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void aTaskThatHangsHoldsUpNoOther() {
    DueTask hanging =
        () -> {
          hung.incrementAndGet();
          return Uni.createFrom().nothing();
        };
    DueTasks work = new DueTasks(List.of(hanging, this::finish));

    work.tick().subscribe().with(ticked -> {});
    work.tick().subscribe().with(ticked -> {});

    assertThat(hung).hasValue(1);
    assertThat(done).hasValue(2);
  }

  @Test
  void aTaskThatFailsIsTriedNextTime() {
    DueTask failing =
        () -> {
          hung.incrementAndGet();
          return Uni.createFrom().failure(new IllegalStateException());
        };
    DueTasks work = new DueTasks(List.of(failing, this::finish));

    work.tick().await().indefinitely();
    work.tick().await().indefinitely();

    assertThat(hung).hasValue(2);
    assertThat(done).hasValue(2);
  }

  private Uni<Integer> finish() {
    done.incrementAndGet();
    return Uni.createFrom().item(0);
  }
}
