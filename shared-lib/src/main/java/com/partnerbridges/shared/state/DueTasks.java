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

  /** The job that is all tasks together. */
  public static final String ALL = "due-work";

  private static final Logger LOG = Logger.getLogger(DueTasks.class);
  private static final int MOST_BATCHES = 50;

  private final List<DueTask> tasks;
  private final Set<DueTask> running = ConcurrentHashMap.newKeySet();

  private record Outcome(DueTask task, int count, boolean failed) {}

  DueTasks(@All List<DueTask> tasks) {
    this.tasks = tasks;
    Set<String> names = tasks.stream().map(DueTask::name).collect(Collectors.toSet());
    if (names.size() < tasks.size() || names.contains(ALL)) {
      throw new IllegalStateException("names of due tasks are not their own: " + names);
    }
  }

  /**
   * For the timer. A task that has not come back since the last time is left alone: the others do
   * not wait for it.
   */
  public Uni<Void> tick() {
    return Uni.createFrom()
        .deferred(
            () ->
                outcomes(
                    tasks.stream().filter(running::add).toList(),
                    task -> finished(task).onTermination().invoke(() -> running.remove(task))))
        .replaceWithVoid();
  }

  /**
   * Does what is due now. Gives how many rows were worked on; fails when the work of a task did,
   * after all have had their turn.
   *
   * @param job {@link #ALL}, or one task's name
   */
  public Uni<Integer> run(String job) {
    List<DueTask> asked =
        tasks.stream().filter(task -> job.equals(ALL) || job.equals(task.name())).toList();
    if (asked.isEmpty() && !job.equals(ALL)) {
      return Uni.createFrom()
          .failure(Problem.of(404, "JOB_NOT_FOUND", "There is no job of this name."));
    }
    return outcomes(asked, DueTasks::finished).map(DueTasks::sum);
  }

  private static Uni<List<Outcome>> outcomes(
      List<DueTask> tasks, Function<DueTask, Uni<Outcome>> work) {
    return Multi.createFrom()
        .iterable(tasks)
        .onItem()
        .transformToUniAndMerge(work::apply)
        .collect()
        .asList();
  }

  private static Uni<Outcome> finished(DueTask task) {
    return Batches.untilNoneIsDue(task::workOff, MOST_BATCHES)
        .map(count -> new Outcome(task, count, false))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf(
                  failure instanceof Problem ? null : failure,
                  "due work failed job=%s why=%s",
                  task.name(),
                  failure.getMessage());
              return new Outcome(task, 0, true);
            });
  }

  private static int sum(List<Outcome> outcomes) {
    List<String> failed =
        outcomes.stream().filter(Outcome::failed).map(it -> it.task.name()).sorted().toList();
    if (!failed.isEmpty()) {
      throw Problem.of(503, "JOB_UNFINISHED", "Some work failed; it is left for the next time.")
          .with("failed", failed)
          .withHeader("Retry-After", "5");
    }
    return outcomes.stream().mapToInt(Outcome::count).sum();
  }
}
