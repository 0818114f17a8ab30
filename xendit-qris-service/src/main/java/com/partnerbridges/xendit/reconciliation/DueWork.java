package com.partnerbridges.xendit.reconciliation;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.xendit.DueTask;
import com.partnerbridges.xendit.Envelope;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Wakes the work that is due: on a timer, and for instances whose CPU sleeps between requests by an
 * HTTP job. Any number of instances may do so at once; each due row is claimed by one.
 */
@ApplicationScoped
@Path("/jobs")
@Tag(name = "Office")
class DueWork {

  private static final Logger LOG = Logger.getLogger(DueWork.class);
  private static final int MOST_BATCHES = 50;

  private final List<DueTask> tasks;
  private final Set<DueTask> running = ConcurrentHashMap.newKeySet();

  DueWork(@All List<DueTask> tasks) {
    this.tasks = tasks;
  }

  /** How many rows were worked on. */
  record Done(int settled) {}

  /** A task that has not come back since the last time is left alone: others do not wait for it. */
  @Scheduled(every = "${partner-bridges.due-work-interval}")
  Uni<Void> tick() {
    return all(task ->
            running.add(task)
                ? finished(task).onTermination().invoke(() -> running.remove(task))
                : Uni.createFrom().item(0))
        .replaceWithVoid();
  }

  @POST
  @Cancellable(false)
  @Path("/due-work")
  @RolesAllowed({"admin", "operator"})
  @SecurityRequirement(name = "atlas")
  @SecurityRequirement(name = "api-key")
  @Operation(summary = "Do the work that is due now, for a scheduler that wakes sleeping instances")
  public Uni<Envelope<Done>> run() {
    return all(DueWork::finished).map(count -> Envelope.of("Done.", new Done(count)));
  }

  private Uni<Integer> all(Function<DueTask, Uni<Integer>> work) {
    return Multi.createFrom()
        .iterable(tasks)
        .onItem()
        .transformToUniAndMerge(work::apply)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  /** One task's failure is its own. */
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
