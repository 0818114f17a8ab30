package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.EnvelopeList;
import com.partnerbridges.xendit.Page;
import com.partnerbridges.xendit.XenditConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Prices: staff choose from them, administrators keep them. */
@Path("/api/v1")
@RolesAllowed("staff")
@Tag(name = "Office")
@SecurityRequirement(name = "atlas")
class PriceResource {

  private final PriceRepository prices;
  private final Clock clock;
  private final long maxAmount;

  PriceResource(PriceRepository prices, Clock clock, XenditConfig config) {
    this.prices = prices;
    this.clock = clock;
    this.maxAmount = config.maxAmount();
  }

  @GET
  @Path("/prices")
  @Operation(summary = "List prices by name")
  public Uni<EnvelopeList<Price>> list(@Valid @BeanParam Page part) {
    return prices
        .count()
        .flatMap(
            total ->
                prices.list(part).map(found -> EnvelopeList.of("The prices.", found, total, part)));
  }

  @GET
  @Path("/prices/{id}")
  @Operation(summary = "One price")
  @APIResponse(responseCode = "200", description = "The price.")
  @APIResponse(responseCode = "404", description = "PRICE_NOT_FOUND.")
  public Uni<Envelope<Price>> one(@RestPath long id) {
    return prices.find(id).map(found -> known("The price.", found));
  }

  @POST
  @Cancellable(false)
  @Path("/prices")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @ResponseStatus(201)
  @Operation(summary = "Add a price")
  @APIResponse(
      responseCode = "201",
      description = "The new price.",
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EnvelopePrice")))
  @APIResponse(responseCode = "422", description = "A field is not valid.")
  public Uni<Envelope<Price>> create(@NotNull @Valid PriceForm form) {
    return prices
        .insert(payable(form), clock.instant())
        .map(made -> Envelope.of("The price is added.", made));
  }

  @PUT
  @Cancellable(false)
  @Path("/prices/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @Operation(summary = "Change a price; transactions keep their amount")
  @APIResponse(responseCode = "200", description = "The price as it is now.")
  @APIResponse(responseCode = "404", description = "PRICE_NOT_FOUND.")
  @APIResponse(responseCode = "422", description = "A field is not valid.")
  public Uni<Envelope<Price>> update(@RestPath long id, @NotNull @Valid PriceForm form) {
    return prices
        .update(id, payable(form), clock.instant())
        .map(updated -> known("The price is changed.", updated));
  }

  @DELETE
  @Cancellable(false)
  @Path("/prices/{id}")
  @RolesAllowed("admin")
  @Operation(summary = "Delete a price; transactions keep their amount")
  @APIResponse(responseCode = "200", description = "The price that was.")
  @APIResponse(responseCode = "404", description = "PRICE_NOT_FOUND.")
  public Uni<Envelope<Price>> delete(@RestPath long id) {
    return prices.delete(id).map(deleted -> known("The price is deleted.", deleted));
  }

  private PriceForm payable(PriceForm form) {
    if (form.mp_amount() > maxAmount) {
      throw Problem.invalid("mp_amount", "must be at most " + maxAmount, "max");
    }
    return form;
  }

  private static Envelope<Price> known(String message, Optional<Price> price) {
    return Envelope.of(
        message,
        price.orElseThrow(
            () -> Problem.of(404, "PRICE_NOT_FOUND", "There is no price with this id.")));
  }
}
