package com.partnerbridges.xendit.webhook;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.signature.Verdict;
import com.partnerbridges.xendit.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Xendit's door. Its only proof is a token, which is checked before the body is looked into; by
 * then the body is in memory, which only its largest size bounds. A genuine delivery is always a
 * 2xx once it is stored: Xendit repeats everything else.
 */
@Path("/api/v1/webhooks")
@Tag(name = "Webhooks from Xendit")
class WebhookResource {

  private final WebhookService service;

  WebhookResource(WebhookService service) {
    this.service = service;
  }

  /** What Xendit reads. */
  record Received(String outcome) {}

  @POST
  @Cancellable(false)
  @Path("/xendit")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "A payment, or a refund",
      description = "All three shapes that Xendit's webhooks have had are understood.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              example =
                  "{\"event\": \"qr.payment\", \"data\": {\"id\": \"qrpy_1\", \"reference_id\":"
                      + " \"TRX-1-20260131083000-0A1B2C3D\", \"amount\": 40000, \"currency\":"
                      + " \"IDR\", \"status\": \"SUCCEEDED\", \"created\":"
                      + " \"2026-01-31T08:31:00Z\"}}"))
  @APIResponse(responseCode = "200", description = "Stored, with its effect.")
  @APIResponse(responseCode = "401", description = "x-callback-token is missing.")
  @APIResponse(responseCode = "403", description = "x-callback-token is wrong.")
  @APIResponse(responseCode = "503", description = "The database is away: deliver again.")
  public Uni<Envelope<Received>> receive(
      @HeaderParam("x-callback-token") String token,
      @HeaderParam("webhook-id") String webhookId,
      @Context HttpHeaders headers,
      byte[] body) {
    Verdict verdict = service.verify(token);
    if (verdict != Verdict.VALID) {
      throw verdict == Verdict.MISSING
          ? Problem.of(401, "TOKEN_MISSING", "The header x-callback-token is missing.")
          : Problem.of(403, "TOKEN_WRONG", "The x-callback-token is not the one that is expected.");
    }
    return service
        .receive(webhookId, headers.getRequestHeaders(), body)
        .map(outcome -> Envelope.of("Stored.", new Received(outcome)));
  }
}
