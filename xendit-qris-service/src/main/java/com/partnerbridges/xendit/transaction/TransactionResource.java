package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.xendit.Caller;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.XenditConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What a kiosk starts. */
@Path("/api/v1")
@RolesAllowed("staff")
@Tag(name = "Kiosk")
@SecurityRequirement(name = "atlas")
class TransactionResource {

  private final TransactionService service;
  private final Caller caller;
  private final HttpAddress publicBaseUrl;

  TransactionResource(TransactionService service, Caller caller, XenditConfig config) {
    this.service = service;
    this.caller = caller;
    this.publicBaseUrl = config.publicBaseUrl();
  }

  @POST
  @Cancellable(false)
  @Path("/transactions")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Start a transaction and get its QR code",
      description =
          "The transaction is stored, then Xendit is asked for the code. Repeating the same"
              + " Idempotency-Key with the same body gives the same transaction.")
  @APIResponse(responseCode = "201", description = "The code can be paid until tr_expired_at.")
  @APIResponse(responseCode = "404", description = "LOCATION_NOT_FOUND or PRICE_NOT_FOUND.")
  @APIResponse(responseCode = "409", description = "STILL_BEING_CREATED: ask again with the key.")
  @APIResponse(responseCode = "422", description = "A field is wrong, or IDEMPOTENCY_KEY_REUSED.")
  @APIResponse(
      responseCode = "502",
      description = "XENDIT_REFUSED or XENDIT_AWAY: this transaction has failed; start a new one.")
  public Uni<Envelope<TransactionView>> create(
      @NotNull @Valid CreateTransaction wish,
      @HeaderParam("Idempotency-Key") @Pattern(regexp = Text.KEY) String idempotencyKey) {
    return caller
        .name()
        .flatMap(who -> service.create(wish, who, idempotencyKey))
        .map(transaction -> Envelope.of("Transaction created.", view(transaction)));
  }

  private TransactionView view(Transaction transaction) {
    String picture = "/api/v1/transactions/external/" + transaction.externalId() + "/qr.svg";
    return TransactionView.of(transaction, publicBaseUrl.resolve(picture).toString());
  }
}
