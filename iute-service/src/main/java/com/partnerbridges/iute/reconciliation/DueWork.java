package com.partnerbridges.iute.reconciliation;

import com.partnerbridges.shared.state.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
@Tag(name = "Operator")
class DueWork {

  private static final Logger LOG = Logger.getLogger(DueWork.class);
  private static final int MOST_BATCHES = 50;

  private final Reconciliation reconciliation;

  DueWork(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  /** How many payments were asked for. */
  record Done(int settled) {}

  @Scheduled(
      every = "${partner-bridges.due-work-interval}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return all()
        .onFailure()
        .invoke(failure -> LOG.warnf("due work failed why=%s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }

  @POST
  @Cancellable(false)
  @Path("/due-work")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "api-key")
  @Operation(summary = "Do the work that is due now, for a scheduler that wakes sleeping instances")
  public Uni<Done> run() {
    return all().map(Done::new);
  }

  private Uni<Integer> all() {
    return Batches.untilNoneIsDue(reconciliation::settleDue, MOST_BATCHES);
  }
}
