package com.partnerbridges.utopia.board;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page must know of whoever signs in. */
@Path("/orders-board/person")
@RolesAllowed("reader")
@Tag(name = "Office")
@SecurityRequirement(name = "api-key")
class BoardResource {

  private final SecurityIdentity caller;

  BoardResource(SecurityIdentity caller) {
    this.caller = caller;
  }

  /** Who holds the key. */
  @Schema(name = "Person")
  record Person(
      String name, @Schema(description = "Whether the key is an operator's") boolean mayAct) {}

  @GET
  @Operation(summary = "Whose key it is, and whether it may do more than read")
  public Person person() {
    return new Person(caller.getPrincipal().getName(), caller.hasRole("operator"));
  }
}
