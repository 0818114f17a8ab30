package com.partnerbridges.shared.job;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.edge.RefusalForm;
import com.partnerbridges.shared.state.DueTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Does what is due now, for a scheduler that wakes instances whose CPU sleeps. */
@Path("/internal/jobs")
@Tag(name = "Jobs")
@SecurityScheme(
    securitySchemeName = "job-token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The job token, or an OpenID Connect token of the scheduler's service account.")
class JobResource {

  private static final Logger LOG = Logger.getLogger(JobResource.class);

  private final JobCallers callers;
  private final DueTasks tasks;
  private final RefusalForm form;

  JobResource(JobCallers callers, DueTasks tasks, RefusalForm form) {
    this.callers = callers;
    this.tasks = tasks;
    this.form = form;
  }

  /**
   * @param done how many rows were worked on
   */
  record Done(String job, int done) {}

  @POST
  @Path("/{job}")
  @Cancellable(false)
  @SecurityRequirement(name = "job-token")
  @SecurityRequirement(name = "api-key")
  @Operation(
      summary = "Do the work that is due now",
      description =
          "The job due-work does all of it; the other jobs are its parts. Any number of calls and"
              + " timers at once do nothing twice.")
  @APIResponse(responseCode = "200", description = "The work that was due is done.")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND: no job has this name.")
  @APIResponse(
      responseCode = "503",
      description = "JOB_UNFINISHED, DATABASE_AWAY or KEYS_AWAY: nothing is lost, try again.")
  public Uni<Done> run(@RestPath String job, @Context HttpServerRequest request) {
    return callers
        .admit(request)
        .onFailure(UnknownJobCaller.class)
        .transform(this::unknown)
        .flatMap(
            caller ->
                tasks
                    .run(job)
                    .invoke(
                        count -> LOG.infof("job done job=%s by=%s rows=%d", job, caller, count)))
        .map(count -> new Done(job, count));
  }

  private Problem unknown(Throwable why) {
    LOG.infof("job refused why=%s", why.getMessage());
    return form.unauthorized()
        .with(
            "detail",
            "This needs the job token or the scheduler's token as Authorization: Bearer, or an"
                + " operator's key in X-API-Key.");
  }
}
