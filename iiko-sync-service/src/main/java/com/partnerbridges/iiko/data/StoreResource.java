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

/** The account's stores. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/stores")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Synced data")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class StoreResource {

  private final RecordRepository records;

  StoreResource(RecordRepository records) {
    this.records = records;
  }

  @GET
  @Operation(summary = "List the account's stores by name")
  @APIResponse(responseCode = "200", description = "Stores with their restaurants, gone ones too.")
  public Uni<KeysetView<StoreView>> list(
      @RestPath("account_id") String accountId, @Valid @BeanParam StoreFilter filter) {
    return records.list(StoreView.LISTING, accountId, filter);
  }

  @GET
  @Path("/{iiko_id}")
  @Operation(summary = "One store")
  @APIResponse(responseCode = "200", description = "The store.")
  @APIResponse(responseCode = "404", description = "STORE_NOT_FOUND")
  public Uni<StoreView> one(
      @RestPath("account_id") String accountId,
      @RestPath("iiko_id") @Pattern(regexp = RecordFilter.TEXT) String iikoId) {
    return records.find(StoreView.LISTING, accountId, iikoId);
  }

  @PATCH
  @Path("/{iiko_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Cancellable(false)
  @ForAccount(AccountRole.ADMIN)
  @Operation(summary = "Give a store the account's own name; iiko's stays as iiko has it")
  @APIResponse(responseCode = "200", description = "The store with its new name.")
  @APIResponse(responseCode = "404", description = "STORE_NOT_FOUND")
  public Uni<StoreView> rename(
      @RestPath("account_id") String accountId,
      @RestPath("iiko_id") @Pattern(regexp = RecordFilter.TEXT) String iikoId,
      @Valid @NotNull DisplayName name) {
    return records.rename(StoreView.LISTING, accountId, iikoId, name.displayName());
  }
}
