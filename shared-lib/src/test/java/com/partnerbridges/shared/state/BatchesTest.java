package com.partnerbridges.shared.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void batchesAreWorkedOffUntilOneIsEmpty() {
    Queue<Integer> sizes = new ArrayDeque<>(List.of(8, 8, 3, 0, 5));

    int done =
        Batches.untilNoneIsDue(() -> Uni.createFrom().item(sizes.poll()), 50)
            .await()
            .indefinitely();

    assertThat(done).isEqualTo(19);
    assertThat(sizes).containsExactly(5);
  }

  @Test
  void oneTimeTakesSoManyBatchesAtTheMost() {
    AtomicInteger batches = new AtomicInteger();

    int done =
        Batches.untilNoneIsDue(() -> Uni.createFrom().item(1).invoke(batches::addAndGet), 50)
            .await()
            .indefinitely();

    assertThat(done).isEqualTo(50);
    assertThat(batches).hasValue(50);
  }

  @Test
  void theRowsOfABatchDoNotWaitForEachOther() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    AtomicInteger begun = new AtomicInteger();

    Batches.allAtOnce(
            List.of(1, 2, 3),
            row -> {
              begun.incrementAndGet();
              return Uni.createFrom().completionStage(never);
            })
        .subscribe()
        .with(size -> {});

    assertThat(begun).hasValue(3);
  }

  @Test
  void anEmptyBatchIsNothing() {
    assertThat(
            Batches.allAtOnce(List.of(), row -> Uni.createFrom().voidItem()).await().indefinitely())
        .isZero();
  }

  @Test
  void onlyWhatWasDoneIsASuccess() {
    int done =
        Batches.successes(List.of(1, 2, 3), row -> Uni.createFrom().item(row != 2))
            .await()
            .indefinitely();

    assertThat(done).isEqualTo(2);
  }
}
