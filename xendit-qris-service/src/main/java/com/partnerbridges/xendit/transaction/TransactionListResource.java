package com.partnerbridges.xendit.transaction;

import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.EnvelopeList;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;

/** What staff read: all transactions, of every kiosk. */
@Path("/api/v1")
@RolesAllowed("staff")
@Tag(name = "Office")
@SecurityRequirement(name = "atlas")
class TransactionListResource {

  private final TransactionListRepository transactions;

  TransactionListResource(TransactionListRepository transactions) {
    this.transactions = transactions;
  }

  @GET
  @Path("/transactions")
  @Operation(summary = "List transactions, newest first; from is included, to is not")
  @APIResponse(responseCode = "200", description = "The transactions.")
  @APIResponse(responseCode = "422", description = "A filter cannot be read.")
  public Uni<EnvelopeList<ListedTransaction>> list(@Valid @BeanParam TransactionFilter filter) {
    return transactions
        .count(filter)
        .flatMap(
            total ->
                transactions
                    .list(filter)
                    .map(found -> EnvelopeList.of("The transactions.", found, total, filter)));
  }

  @GET
  @Path("/transactions/count")
  @Operation(summary = "Count transactions, of some status or of any")
  @APIResponse(responseCode = "200", description = "How many there are.")
  @APIResponse(responseCode = "422", description = "There is no such status.")
  public Uni<Envelope<TransactionCount>> count(
      @QueryParam("status")
          @Separator(",")
          @Parameter(description = "One status or several, separated by commas.")
          List<TransactionStatus> status) {
    return transactions
        .count(status)
        .map(total -> Envelope.of("The number of transactions.", new TransactionCount(total)));
  }
}
