package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.access.Requester;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** An account's connection to its own iiko server. What has to ask the server blocks. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko")
@ForAccount(AccountRole.ADMIN)
@Tag(name = "Connection")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class ConnectionResource {

  private static final String REFUSED =
      "WRONG_PASSWORD, NO_LICENCE_SLOT, NOT_AN_IIKO_SERVER, UNREACHABLE, ADDRESS_NOT_ALLOWED or"
          + " another code that says why";

  private final ConnectionService connections;
  private final StatusRepository status;
  private final Requester requester;
  private final Clock clock;

  ConnectionResource(
      ConnectionService connections, StatusRepository status, Requester requester, Clock clock) {
    this.connections = connections;
    this.status = status;
    this.requester = requester;
    this.clock = clock;
  }

  @POST
  @Path("/connect")
  @Cancellable(false)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Connect the account to its iiko server",
      description =
          "Logs in and out again, and only then stores; a first sync is queued. What is refused"
              + " changes nothing.")
  @APIResponse(responseCode = "200", description = "Connected.")
  @APIResponse(responseCode = "409", description = "SYNC_RUNNING")
  @APIResponse(responseCode = "422", description = REFUSED)
  @APIResponse(responseCode = "503", description = "ACCOUNT_BUSY or DATABASE_AWAY: try again.")
  public ConnectionView connect(
      @RestPath("account_id") String accountId, @NotNull @Valid Wish.Connect wish) {
    return connections.connect(accountId, wish, requester.name());
  }

  @GET
  @Path("/status")
  @ForAccount(AccountRole.MEMBER)
  @Operation(summary = "Show how the account is connected, its last runs and the next ones")
  @APIResponse(responseCode = "200", description = "Also of an account that never was connected.")
  public Uni<StatusView> status(@RestPath("account_id") String accountId) {
    return status.status(accountId, clock.instant());
  }

  @POST
  @Path("/test")
  @Cancellable(false)
  @Operation(summary = "Log in with the stored credentials, and out again")
  @APIResponse(responseCode = "200", description = "They work.")
  @APIResponse(responseCode = "409", description = "NOT_CONNECTED or CREDENTIALS_UNREADABLE")
  @APIResponse(responseCode = "422", description = REFUSED)
  @APIResponse(responseCode = "503", description = "ACCOUNT_BUSY or DATABASE_AWAY: try again.")
  public ConnectionView test(@RestPath("account_id") String accountId) {
    return connections.test(accountId, requester.name());
  }

  @PUT
  @Path("/credentials")
  @Cancellable(false)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change the login, and the server or how it is read",
      description =
          "Tried first; what is refused changes nothing. Everything but the login may be left out"
              + " and stays. When base_url or source changes, a first sync is queued.")
  @APIResponse(responseCode = "200", description = "Changed.")
  @APIResponse(responseCode = "409", description = "NOT_CONNECTED or SYNC_RUNNING")
  @APIResponse(responseCode = "422", description = REFUSED)
  @APIResponse(responseCode = "503", description = "ACCOUNT_BUSY or DATABASE_AWAY: try again.")
  public ConnectionView change(
      @RestPath("account_id") String accountId, @NotNull @Valid Wish.Credentials wish) {
    return connections.change(accountId, wish, requester.name());
  }

  @DELETE
  @Path("/connect")
  @Cancellable(false)
  @Operation(
      summary = "Disconnect: the credentials are wiped, the synced data stays",
      description = "Runs are cancelled; one that is being worked on ends in a moment.")
  @APIResponse(responseCode = "204", description = "Not connected, or not any more.")
  public void disconnect(@RestPath("account_id") String accountId) {
    connections.disconnect(accountId, requester.name());
  }
}
