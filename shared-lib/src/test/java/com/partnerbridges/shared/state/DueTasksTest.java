package com.partnerbridges.shared.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DueTasksTest {

  private final AtomicInteger hung = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void aTaskThatHangsHoldsUpNoOther() {
    DueTask hanging =
        task(
            "hanging",
            () -> {
              hung.incrementAndGet();
              return Uni.createFrom().nothing();
            });
    DueTasks work = new DueTasks(List.of(hanging, task("good", this::finish)));

    work.tick().subscribe().with(ticked -> {});
    work.tick().subscribe().with(ticked -> {});

    assertThat(hung).hasValue(1);
    assertThat(done).hasValue(2);
  }

  @Test
  void aTaskThatFailsIsTriedNextTime() {
    DueTasks work = new DueTasks(List.of(failing(), task("good", this::finish)));

    work.tick().await().indefinitely();
    work.tick().await().indefinitely();

    assertThat(hung).hasValue(2);
    assertThat(done).hasValue(2);
  }

  @Test
  void aJobDoesItsOwnTaskOnly() {
    DueTasks work = new DueTasks(List.of(failing(), task("good", this::finish)));

    int count = work.run("good").await().indefinitely();

    assertThat(count).isZero();
    assertThat(done).hasValue(1);
    assertThat(hung).hasValue(0);
  }

  @Test
  void aJobWhoseWorkFailedSaysSoAfterAllHadTheirTurn() {
    DueTasks work = new DueTasks(List.of(failing(), task("good", this::finish)));

    Problem problem =
        catchThrowableOfType(Problem.class, () -> work.run("due-work").await().indefinitely());

    assertThat(problem.code()).isEqualTo("JOB_UNFINISHED");
    assertThat(problem.members()).containsEntry("failed", List.of("failing"));
    assertThat(done).hasValue(1);
  }

  @Test
  void aNameThatNoTaskHasIsNoJob() {
    DueTasks work = new DueTasks(List.of(task("good", this::finish)));

    Problem problem =
        catchThrowableOfType(Problem.class, () -> work.run("bad").await().indefinitely());

    assertThat(problem.status()).isEqualTo(404);
    assertThat(done).hasValue(0);
  }

  @Test
  void twoTasksOfOneNameAreNotBorne() {
    List<DueTask> twins = List.of(task("good", this::finish), task("good", this::finish));

    assertThatThrownBy(() -> new DueTasks(twins)).isInstanceOf(IllegalStateException.class);
  }

  private DueTask failing() {
    return task(
        "failing",
        () -> {
          hung.incrementAndGet();
          return Uni.createFrom().failure(new IllegalStateException());
        });
  }

  private static DueTask task(String name, Supplier<Uni<Integer>> work) {
    return new DueTask() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Uni<Integer> workOff() {
        return work.get();
      }
    };
  }

  private Uni<Integer> finish() {
    done.incrementAndGet();
    return Uni.createFrom().item(0);
  }
}
