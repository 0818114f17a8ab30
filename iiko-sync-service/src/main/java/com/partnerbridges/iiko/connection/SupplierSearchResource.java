package com.partnerbridges.iiko.connection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.access.Requester;
import com.partnerbridges.iiko.gateway.Supplier;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Asks the account's server itself, for suppliers that are not synced yet. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/suppliers/search")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Synced data")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class SupplierSearchResource {

  private static final String NAME = "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u2028\\u2029]{1,100}";

  private final SupplierSearch search;
  private final Requester requester;

  SupplierSearchResource(SupplierSearch search, Requester requester) {
    this.search = search;
    this.requester = requester;
  }

  /** Suppliers as the server has them at this moment. */
  @Schema(
      name = "FoundSuppliers",
      examples =
          """
          {"items": [{"iiko_id": "u-1", "code": "41", "name": "Fish & Co", "taxpayer_id": "7701234567", "is_deleted": false}],
           "is_cut": false, "unreadable": 0}""")
  @JsonNaming(SnakeCaseStrategy.class)
  record Found(
      List<FoundSupplier> items,
      @Schema(description = "There are more than are shown") boolean isCut,
      @Schema(description = "Records that could not be read") int unreadable) {}

  /** A supplier at the server. */
  @Schema(name = "FoundSupplier")
  @JsonNaming(SnakeCaseStrategy.class)
  record FoundSupplier(
      String iikoId, String code, String name, String taxpayerId, boolean isDeleted) {

    static FoundSupplier of(Supplier supplier) {
      return new FoundSupplier(
          supplier.id(),
          supplier.code(),
          supplier.name(),
          supplier.taxpayerId(),
          supplier.deleted());
    }
  }

  @GET
  @Blocking
  @Operation(summary = "Find suppliers at the account's server by a part of their name")
  @APIResponse(responseCode = "200", description = "What the server has found.")
  @APIResponse(responseCode = "409", description = "NOT_CONNECTED or CREDENTIALS_UNREADABLE")
  @APIResponse(responseCode = "422", description = "The server refuses; the code says why.")
  @APIResponse(responseCode = "503", description = "ACCOUNT_BUSY or DATABASE_AWAY: try again.")
  public Found search(
      @RestPath("account_id") String accountId,
      @RestQuery @NotNull @Pattern(regexp = NAME) String name) {
    return search.named(accountId, name, requester.name());
  }
}
