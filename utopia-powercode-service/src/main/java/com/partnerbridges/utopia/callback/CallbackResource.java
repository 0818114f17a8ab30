package com.partnerbridges.utopia.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * UTOPIA's door. A callback is stored and answered at once; the work is done afterwards. Its body
 * is in memory before it is checked, which only its largest size bounds.
 */
@Path("/api-callback")
@Tag(name = "Callbacks from UTOPIA")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD) // an order is not lost for what its sender says to accept
class CallbackResource {

  private static final String EXAMPLE =
      "{\"event\": \"A new order was placed\", \"orderref\": \"UIA202511-038109\","
          + " \"msg\": \"Project New Order\"}";

  private final CallbackService service;

  CallbackResource(CallbackService service) {
    this.service = service;
  }

  @POST
  @Cancellable(false)
  @Operation(
      summary = "An order, a test, or something else that UTOPIA tells",
      description =
          "msg decides: \"Project New Order\" begins the order, \"Test\" and everything else is"
              + " recorded. The same order twice is one order.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              example = EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "Stored.",
      content = @Content(example = "{\"data\": \"Information received\"}"))
  @APIResponse(
      responseCode = "400",
      description = "No JSON object.",
      content = @Content(example = "{\"error\": \"Invalid or missing JSON payload\"}"))
  @APIResponse(responseCode = "401", description = "The secret header or the signature is wrong.")
  @APIResponse(responseCode = "403", description = "Not from this address.")
  @APIResponse(responseCode = "404", description = "Not at this path.")
  @APIResponse(responseCode = "503", description = "The database is away: call again.")
  public Uni<RestResponse<String>> receive(@Context HttpServerRequest request, byte[] body) {
    return service.receive(request, null, body);
  }

  @POST
  @Cancellable(false)
  @Path("/{secret}")
  @Operation(summary = "The same, where CALLBACK_PATH_SECRET is set")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              example = EXAMPLE))
  @APIResponse(responseCode = "200", description = "Stored.")
  @APIResponse(responseCode = "404", description = "Not at this path.")
  public Uni<RestResponse<String>> receiveAtSecretPath(
      @Context HttpServerRequest request, @RestPath String secret, byte[] body) {
    return service.receive(request, secret, body);
  }
}
