package com.partnerbridges.iiko;

import com.partnerbridges.shared.state.DueTasks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Wakes the work that is due. Any number of instances may do so; each due row is claimed by one.
 */
@ApplicationScoped
@Path("/jobs")
@Tag(name = "Operator")
class DueWork {

  private final DueTasks tasks;

  DueWork(DueTasks tasks) {
    this.tasks = tasks;
  }

  /** How many rows were worked on. */
  record Done(int settled) {}

  @Scheduled(every = "${partner-bridges.due-work-interval}")
  Uni<Void> tick() {
    return tasks.tick();
  }

  @POST
  @Cancellable(false)
  @Path("/due-work")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "api-key")
  @Operation(summary = "Do the work that is due now, for a scheduler that wakes sleeping instances")
  public Uni<Done> run() {
    return tasks.run().map(Done::new);
  }
}
