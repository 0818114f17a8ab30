package com.partnerbridges.iiko.credential;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells whoever changes keys how far it has come. */
@Path("/api/v1/credential-keys")
@RolesAllowed("operator")
@Tag(name = "Operator")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class KeysResource {

  private final KeyUse use;

  KeysResource(KeyUse use) {
    this.use = use;
  }

  @GET
  @Blocking
  @Operation(summary = "Show which keys are in use, and which may go")
  @APIResponse(responseCode = "200", description = "Ids and numbers; never a key.")
  public Uni<KeysView> look() {
    return use.look();
  }
}
