package com.partnerbridges.iiko.data;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The account's incoming invoices. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/invoices")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Synced data")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class InvoiceResource {

  private final RecordRepository records;

  InvoiceResource(RecordRepository records) {
    this.records = records;
  }

  @GET
  @Operation(summary = "List the account's invoices, newest first; name looks into numbers too")
  @APIResponse(responseCode = "200", description = "Invoices without their items.")
  public Uni<KeysetView<InvoiceView>> list(
      @RestPath("account_id") String accountId, @Valid @BeanParam InvoiceFilter filter) {
    return records.list(InvoiceView.LISTING, accountId, filter);
  }

  @GET
  @Path("/{iiko_id}")
  @Operation(summary = "One invoice with its items")
  @APIResponse(responseCode = "200", description = "The invoice.")
  @APIResponse(responseCode = "404", description = "INVOICE_NOT_FOUND")
  public Uni<InvoiceDetailView> one(
      @RestPath("account_id") String accountId,
      @RestPath("iiko_id") @Pattern(regexp = RecordFilter.TEXT) String iikoId) {
    return records.invoice(accountId, iikoId);
  }
}
