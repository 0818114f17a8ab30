package com.partnerbridges.xendit.refund;

import com.partnerbridges.xendit.Caller;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.Text;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Money back. */
@Path("/api/v1")
@RolesAllowed("admin")
@Tag(name = "Money that a person must look at")
@SecurityRequirement(name = "atlas")
class RefundResource {

  private final RefundService service;
  private final Caller caller;

  RefundResource(RefundService service, Caller caller) {
    this.service = service;
    this.caller = caller;
  }

  @POST
  @Cancellable(false)
  @Path("/transactions/{external_id}/refund")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Refund a payment, at most once",
      description =
          "Also one that came too late, with another amount, or twice. Its attention item is"
              + " resolved with it.")
  @APIResponse(responseCode = "201", description = "Xendit has it; its webhook tells the end.")
  @APIResponse(responseCode = "404", description = "TRANSACTION_NOT_FOUND.")
  @APIResponse(responseCode = "409", description = "NOT_PAID, ALREADY_REFUNDED or WHICH_PAYMENT.")
  @APIResponse(responseCode = "422", description = "A field is wrong, or AMOUNT_TOO_LARGE.")
  @APIResponse(responseCode = "502", description = "REFUND_REFUSED or REFUND_UNCLEAR.")
  public Uni<Envelope<Refund>> refund(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId,
      @NotNull @Valid RefundWish wish) {
    return caller
        .name()
        .flatMap(who -> service.refund(externalId, wish, who))
        .map(refund -> Envelope.of("Refund " + refund.status() + ".", refund));
  }
}
