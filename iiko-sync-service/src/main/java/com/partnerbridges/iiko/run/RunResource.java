package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.access.Requester;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.OptionalBody;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** An account's runs. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Sync")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {

  private final RunService runs;
  private final Requester requester;

  RunResource(RunService runs, Requester requester) {
    this.runs = runs;
    this.requester = requester;
  }

  @POST
  @Path("/sync/{entity_type}")
  @ForAccount(AccountRole.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Cancellable(false)
  @Operation(
      summary = "Bring one entity, or all of them, up to date",
      description =
          "The run is queued and worked on soon. Invoices are compared INVOICE_WINDOW back, the"
              + " first time and with full INVOICE_HISTORY back, or from one day to another."
              + " Nothing is ever deleted here: what the server no longer has is marked as gone."
              + " When that would be more than half of what we have, the run fails as SUSPICIOUS"
              + " unless may_shrink is set.")
  @APIResponse(
      responseCode = "202",
      description = "The run is queued.",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "409", description = "RUN_UNDER_WAY with run_id, or NOT_CONNECTED")
  @APIResponse(responseCode = "404", description = "ENTITY_NOT_FOUND, or not one's account")
  public Uni<RestResponse<RunView>> sync(
      @RestPath("account_id") String accountId,
      @RestPath("entity_type")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"restaurants", "stores", "suppliers", "invoices", "all"}))
          String entityType,
      @OptionalBody @Valid SyncRequest wish) {
    if (!entityType.matches(RunRequest.WORDS)) {
      throw Problem.of(404, "ENTITY_NOT_FOUND", "There is no such entity to sync.");
    }
    SyncRequest wanted = wish == null ? SyncRequest.USUAL : wish;
    return runs.queue(new RunRequest(accountId, entityType, requester.name(), wanted))
        .map(run -> RestResponse.status(Status.ACCEPTED, run));
  }

  @GET
  @Path("/runs")
  @Operation(summary = "List runs, the newest first")
  @APIResponse(responseCode = "200", description = "The runs that match.")
  public Uni<ListView<RunView>> list(
      @RestPath("account_id") String accountId, @BeanParam @Valid RunFilter filter) {
    return runs.list(accountId, filter);
  }

  @GET
  @Path("/runs/{id}")
  @Operation(summary = "Look at a run: how far it is, and what it came to")
  @APIResponse(responseCode = "200", description = "The run.")
  @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
  public Uni<RunView> one(@RestPath("account_id") String accountId, @RestPath("id") long id) {
    return runs.find(accountId, id);
  }

  @POST
  @Path("/runs/{id}/cancel")
  @ForAccount(AccountRole.ADMIN)
  @Cancellable(false)
  @Operation(
      summary = "Cancel a run",
      description =
          "One that waits is cancelled at once; one that is worked on soon. What it has stored"
              + " stays.")
  @APIResponse(responseCode = "200", description = "It is cancelled, or will be.")
  @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "RUN_HAS_ENDED with its state")
  public Uni<RunView> cancel(@RestPath("account_id") String accountId, @RestPath("id") long id) {
    return runs.cancel(accountId, id);
  }
}
