package com.partnerbridges.xendit.kiosk;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.XenditGateway;
import com.partnerbridges.xendit.transaction.Transaction;
import com.partnerbridges.xendit.transaction.TransactionRepository;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the page needs beyond the API that every kiosk uses. */
@Path("/kiosk")
@Tag(name = "Kiosk")
class KioskResource {

  private final TransactionRepository transactions;
  private final XenditGateway xendit;
  private final KioskSettings settings;

  KioskResource(TransactionRepository transactions, XenditGateway xendit, XenditConfig config) {
    this.transactions = transactions;
    this.xendit = xendit;
    this.settings = KioskSettings.of(config);
  }

  @GET
  @Path("/settings")
  @Operation(summary = "What the kiosk page must know")
  public Envelope<KioskSettings> settings() {
    return Envelope.of("Settings of the kiosk page.", settings);
  }

  @POST
  @Cancellable(false)
  @Path("/pay/{external_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("staff")
  @SecurityRequirement(name = "atlas")
  @Operation(summary = "Pay as a customer would, in Xendit's test mode only")
  @APIResponse(responseCode = "200", description = "Xendit took it; its webhook follows.")
  @APIResponse(responseCode = "404", description = "No such transaction, or no test mode.")
  @APIResponse(responseCode = "502", description = "Xendit did not take it.")
  public Uni<Envelope<Void>> pay(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId) {
    if (!settings.canPay()) {
      throw Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
    }
    return transactions
        .find(externalId)
        .map(found -> found.orElseThrow(Transaction::notFound))
        .flatMap(transaction -> xendit.simulate(externalId, transaction.amount()))
        .map(KioskResource::answer);
  }

  private static Envelope<Void> answer(boolean taken) {
    if (!taken) {
      throw Problem.of(502, "NOT_PAID", "Xendit did not take this payment.");
    }
    return Envelope.of("Paid; the webhook follows.", null);
  }
}
