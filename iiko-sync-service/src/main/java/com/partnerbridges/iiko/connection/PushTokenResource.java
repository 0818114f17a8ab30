package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.shared.signature.Sha256;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Gives out the token that a push of the account's server carries. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/push-token")
@ForAccount(AccountRole.ADMIN)
@Tag(name = "Connection")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class PushTokenResource {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final PushRepository pushes;

  PushTokenResource(PushRepository pushes) {
    this.pushes = pushes;
  }

  /** Told once. */
  @Schema(name = "PushToken", examples = "{\"token\": \"...\", \"path\": \"/webhooks/iiko/...\"}")
  record PushToken(String token, @Schema(description = "Where to POST to") String path) {

    @Override
    public String toString() {
      return "PushToken[***]";
    }
  }

  @POST
  @Cancellable(false)
  @Operation(
      summary = "Make a new token for pushes; the one before is worth nothing any more",
      description = "It is told this once; only its digest is kept.")
  @APIResponse(responseCode = "200", description = "The token and the path that it is part of.")
  @APIResponse(responseCode = "409", description = "NOT_CONNECTED")
  public Uni<PushToken> make(@RestPath("account_id") String accountId) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return pushes
        .allow(accountId, Sha256.digest(token))
        .map(
            allowed -> {
              if (!allowed) {
                throw AccountSessions.notConnected();
              }
              return new PushToken(token, PushResource.PATH + "/" + token);
            });
  }
}
