package com.partnerbridges.shared.state;

import static java.util.stream.Collectors.counting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Due rows are claimed and worked on batch by batch, until none is due. */
public final class Batches {
  private Batches() {}

  /**
   * Works on all rows of a claimed batch at once, so that no lease runs out while it waits its
   * turn.
   *
   * @param work one row's work; its failures are its own to handle
   * @return the size of the batch
   */
  public static <T> Uni<Integer> allAtOnce(List<T> claimed, Function<T, Uni<Void>> work) {
    return successes(claimed, row -> work.apply(row).replaceWith(true));
  }

  /**
   * Works on all rows of a claimed batch at once.
   *
   * @param work one row's work: whether it was done; its failures are its own to handle
   * @return how many were done
   */
  public static <T> Uni<Integer> successes(List<T> claimed, Function<T, Uni<Boolean>> work) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUni(work::apply)
        .merge(Math.max(1, claimed.size()))
        .filter(done -> done)
        .collect()
        .with(counting())
        .map(Long::intValue);
  }

  /**
   * @param batch claims a batch, works it off and gives its size
   * @param most so many batches at the most; what is left waits for the next time
   * @return how many rows were worked on
   */
  public static Uni<Integer> untilNoneIsDue(Supplier<Uni<Integer>> batch, int most) {
    return next(batch, 0, most);
  }

  private static Uni<Integer> next(Supplier<Uni<Integer>> batch, int done, int left) {
    return batch
        .get()
        .flatMap(
            count ->
                count == 0 || left == 1
                    ? Uni.createFrom().item(done + count)
                    : next(batch, done + count, left - 1));
  }
}
