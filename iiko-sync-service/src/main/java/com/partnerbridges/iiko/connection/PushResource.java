package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.edge.OptionalBody;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.shared.signature.Sha256;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * For a server, or a plug-in there, that tells of a change. What it says is not looked at: a run
 * finds out. Whether a token is known costs the same.
 */
@Startup // its metrics are told from the beginning on
@Singleton
@Path(PushResource.PATH)
@Tag(name = "Sync")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
class PushResource {

  static final String PATH = "/webhooks/iiko";

  private static final String PUSH = "push";
  private static final String HEARD = "HEARD";
  private static final String UNKNOWN_TOKEN = "UNKNOWN_TOKEN";

  private final PushRepository pushes;
  private final Clock clock;
  private final boolean enabled;
  private final Doors doors;

  PushResource(PushRepository pushes, Clock clock, IikoConfig config, Doors doors) {
    this.pushes = pushes;
    this.clock = clock;
    this.enabled = config.enabled();
    this.doors = doors;
    doors.open(PUSH, List.of(HEARD), List.of(UNKNOWN_TOKEN, Doors.NOT_STORED));
  }

  @POST
  @Cancellable(false)
  @Path("/{token}")
  @Operation(
      summary = "Tell that something has changed at the account's server",
      description = "Queues a run of all entities, unless there is one already.")
  @APIResponse(responseCode = "202", description = "Heard.")
  @APIResponse(responseCode = "404", description = "No account has this token.")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "503", description = "The database is away: call again.")
  public Uni<RestResponse<Void>> push(@RestPath String token, @OptionalBody byte[] ignored) {
    return pushes
        .queue(Sha256.digest(token), enabled, clock.instant())
        .onFailure()
        .invoke(failure -> doors.refused(PUSH, Doors.NOT_STORED))
        .map(
            known -> {
              if (!known) {
                doors.refused(PUSH, UNKNOWN_TOKEN);
                throw Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
              }
              doors.taken(PUSH, HEARD);
              return RestResponse.accepted();
            });
  }
}
