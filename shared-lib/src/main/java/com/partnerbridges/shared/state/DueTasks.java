package com.partnerbridges.shared.state;

import com.partnerbridges.shared.edge.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * All {@link DueTask}s of a service, woken by its timer and, for instances whose CPU sleeps between
 * requests, by an HTTP job. One task's failure is its own: it is logged, and the others go on.
 */
@ApplicationScoped
public class DueTasks {

  private static final Logger LOG = Logger.getLogger(DueTasks.class);
  private static final int MOST_BATCHES = 50;

  private final List<DueTask> tasks;
  private final Set<DueTask> running = ConcurrentHashMap.newKeySet();

  DueTasks(@All List<DueTask> tasks) {
    this.tasks = tasks;
  }

  /**
   * For the timer. A task that has not come back since the last time is left alone: the others do
   * not wait for it.
   */
  public Uni<Void> tick() {
    return all(task ->
            running.add(task)
                ? finished(task).onTermination().invoke(() -> running.remove(task))
                : Uni.createFrom().item(0))
        .replaceWithVoid();
  }

  /** Does what is due now. Gives how many rows were worked on. */
  public Uni<Integer> run() {
    return all(DueTasks::finished);
  }

  private Uni<Integer> all(Function<DueTask, Uni<Integer>> work) {
    return Multi.createFrom()
        .iterable(tasks)
        .onItem()
        .transformToUniAndMerge(work::apply)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private static Uni<Integer> finished(DueTask task) {
    return Batches.untilNoneIsDue(task::workOff, MOST_BATCHES)
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf(
                    failure instanceof Problem ? null : failure,
                    "due work failed why=%s",
                    failure.getMessage()))
        .onFailure()
        .recoverWithItem(0);
  }
}
