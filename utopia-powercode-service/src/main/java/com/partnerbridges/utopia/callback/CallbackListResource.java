package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What UTOPIA sent, for the office. */
@Path("/callbacks")
@RolesAllowed("reader")
@Tag(name = "Office")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class CallbackListResource {

  private final CallbackListRepository callbacks;

  CallbackListResource(CallbackListRepository callbacks) {
    this.callbacks = callbacks;
  }

  @GET
  @Operation(summary = "List callbacks, the last received first")
  @APIResponse(responseCode = "200", description = "Each body once, with the number of its copies.")
  public Uni<ListView<CallbackView>> list(@Valid @BeanParam CallbackFilter filter) {
    return callbacks.list(filter);
  }
}
