package com.partnerbridges.iiko.log;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.run.RunView;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A run's progress as it happens. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/runs/{id}/events")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Sync")
@SecurityRequirement(name = "account-token")
class RunEventsResource {

  static final String RUN = "id";

  private final RunEvents events;

  RunEventsResource(RunEvents events) {
    this.events = events;
  }

  @GET
  @FollowedRun
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Follow a run: its progress now and at each change, until it has ended")
  @APIResponse(
      responseCode = "200",
      description = "Server-sent events, each with the run as it stands then.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "RUN_NOT_FOUND")
  @APIResponse(responseCode = "503", description = "TOO_MANY_FOLLOWERS, or DATABASE_AWAY")
  public Multi<OutboundSseEvent> follow(
      @RestPath(ForAccount.PARAMETER) String accountId,
      @RestPath(RUN) long runId,
      @Context Sse sse,
      @Context RoutingContext exchange) {
    return events.of(accountId, runId, exchange.get(FollowGate.FOLLOWER), sse);
  }
}
