package com.partnerbridges.iute.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Iute's door. The signature is over the raw bytes, so nothing parses them before it is checked.
 */
@Path("/iute")
@Consumes(MediaType.WILDCARD)
@Tag(name = "Webhooks from Iute")
@APIResponse(responseCode = "200", description = "Stored, with its effect.")
@APIResponse(
    responseCode = "400",
    description = "The signature is missing, malformed, stale or wrong.")
@APIResponse(responseCode = "503", description = "Key or database away: deliver again.")
class WebhookResource {

  private final WebhookService service;

  WebhookResource(WebhookService service) {
    this.service = service;
  }

  /** What Iute reads. */
  record Received(String status) {}

  @POST
  @Cancellable(false)
  @Path("/confirmation")
  @Operation(summary = "The loan was paid out")
  public Uni<Received> confirmation(
      @HeaderParam("x-iute-signature") String signature,
      @HeaderParam("x-iute-timestamp") String timestamp,
      byte[] body) {
    return receive(DeliveryKind.CONFIRMATION, body, signature, timestamp);
  }

  @POST
  @Cancellable(false)
  @Path("/cancellation")
  @Operation(summary = "The loan was cancelled")
  public Uni<Received> cancellation(
      @HeaderParam("x-iute-signature") String signature,
      @HeaderParam("x-iute-timestamp") String timestamp,
      byte[] body) {
    return receive(DeliveryKind.CANCELLATION, body, signature, timestamp);
  }

  private Uni<Received> receive(
      DeliveryKind kind, byte[] body, String signature, String timestamp) {
    return service
        .receive(kind, body == null ? new byte[0] : body, signature, timestamp)
        .replaceWith(new Received("received"));
  }
}
