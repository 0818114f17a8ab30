package com.partnerbridges.iiko.data;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The account's suppliers. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/suppliers")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Synced data")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class SupplierResource {

  private final RecordRepository records;

  SupplierResource(RecordRepository records) {
    this.records = records;
  }

  @GET
  @Operation(summary = "List the account's suppliers by name")
  @APIResponse(responseCode = "200", description = "Suppliers, gone ones too.")
  public Uni<KeysetView<SupplierView>> list(
      @RestPath("account_id") String accountId, @Valid @BeanParam RecordFilter filter) {
    return records.list(SupplierView.LISTING, accountId, filter);
  }

  @GET
  @Path("/{iiko_id}")
  @Operation(summary = "One supplier")
  @APIResponse(responseCode = "200", description = "The supplier.")
  @APIResponse(responseCode = "404", description = "SUPPLIER_NOT_FOUND")
  public Uni<SupplierView> one(
      @RestPath("account_id") String accountId,
      @RestPath("iiko_id") @Pattern(regexp = RecordFilter.TEXT) String iikoId) {
    return records.find(SupplierView.LISTING, accountId, iikoId);
  }

  @PATCH
  @Path("/{iiko_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Cancellable(false)
  @ForAccount(AccountRole.ADMIN)
  @Operation(summary = "Give a supplier the account's own name; iiko's stays as iiko has it")
  @APIResponse(responseCode = "200", description = "The supplier with its new name.")
  @APIResponse(responseCode = "404", description = "SUPPLIER_NOT_FOUND")
  public Uni<SupplierView> rename(
      @RestPath("account_id") String accountId,
      @RestPath("iiko_id") @Pattern(regexp = RecordFilter.TEXT) String iikoId,
      @Valid @NotNull DisplayName name) {
    return records.rename(SupplierView.LISTING, accountId, iikoId, name.displayName());
  }
}
