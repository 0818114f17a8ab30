package com.partnerbridges.xendit.attention;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Caller;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.EnvelopeList;
import com.partnerbridges.xendit.Page;
import com.partnerbridges.xendit.Text;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Money that a person must look at, and what the person decides. */
@Path("/api/v1")
@RolesAllowed("admin")
@Tag(name = "Money that a person must look at")
@SecurityRequirement(name = "atlas")
class AttentionResource {

  private static final Logger LOG = Logger.getLogger(AttentionResource.class);

  private final AttentionRepository items;
  private final Caller caller;
  private final Clock clock;

  AttentionResource(AttentionRepository items, Caller caller, Clock clock) {
    this.items = items;
    this.caller = caller;
    this.clock = clock;
  }

  /** A decision and its reason; without one, the item was just looked at. */
  @Schema(
      name = "Resolution",
      examples = "{\"decision\": \"HONOURED\", \"note\": \"The guest got the pictures.\"}")
  record Resolution(
      @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINE) String note, Decision decision) {

    Decision decided() {
      return decision == null ? Decision.NOTED : decision;
    }
  }

  @GET
  @Path("/attention")
  @Operation(summary = "What a person must look at, newest first")
  public Uni<EnvelopeList<AttentionItem>> list(
      @QueryParam("open") @DefaultValue("true") boolean open, @Valid @BeanParam Page part) {
    return items.list(open, part);
  }

  @POST
  @Cancellable(false)
  @Path("/attention/{id}/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decide an item",
      description =
          "HONOURED lets a payment that was late or had another amount count for the pictures;"
              + " REFUNDED says that the money went back in another way; REFUNDED and NOT_REFUNDED"
              + " tell what became of an unclear refund; NOTED, also without a decision, changes"
              + " nothing.")
  @APIResponse(responseCode = "200", description = "The item is resolved.")
  @APIResponse(responseCode = "404", description = "ATTENTION_NOT_FOUND.")
  @APIResponse(responseCode = "409", description = "ALREADY_RESOLVED or DECISION_DOES_NOT_FIT.")
  public Uni<Envelope<AttentionItem>> resolve(
      @RestPath long id, @NotNull @Valid Resolution resolution) {
    return caller
        .name()
        .flatMap(
            who -> items.resolve(id, resolution.decided(), resolution.note(), who, clock.instant()))
        .flatMap(
            resolved ->
                resolved.isPresent()
                    ? Uni.createFrom().item(resolved.get())
                    : items.find(id).map(found -> whyNot(found.orElse(null))))
        .invoke(
            item ->
                LOG.infof(
                    "attention resolved id=%d kind=%s reference=%s decision=%s",
                    item.id(), item.kind(), item.externalId(), item.decision()))
        .map(item -> Envelope.of("Resolved.", item));
  }

  private static AttentionItem whyNot(AttentionItem item) {
    if (item == null) {
      throw Problem.of(404, "ATTENTION_NOT_FOUND", "There is no such attention item.");
    }
    throw item.decision() == null
        ? Problem.of(
            409,
            "DECISION_DOES_NOT_FIT",
            "HONOURED is for a payment that was late or had another amount, once its transaction"
                + " has ended and while nothing is refunded; REFUNDED for one that is not honoured;"
                + " REFUND_UNCLEAR and REFUND_SILENT want REFUNDED or NOT_REFUNDED.")
        : Problem.of(409, "ALREADY_RESOLVED", "This item was resolved as " + item.decision() + ".");
  }
}
