package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier; nothing personal of it is kept. */
@Schema(name = "Supplier")
@JsonNaming(SnakeCaseStrategy.class)
record SupplierView(
    @JsonUnwrapped SyncState sync,
    @Schema(description = "iiko's name") String name,
    @Schema(description = "The account's own name for it") String displayName,
    String code,
    String taxpayerId,
    @Schema(description = "Whether iiko has marked it as deleted") Boolean isDeleted) {

  static final Listing<SupplierView> LISTING =
      Listing.byName(
          "supplier",
          "supplier",
          "r.name, r.display_name, r.code, r.taxpayer_id, r.is_deleted",
          Listing.list("suppliers"),
          "true",
          SupplierView::of);

  private static SupplierView of(Row row) {
    return new SupplierView(
        SyncState.of(row),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("code"),
        row.getString("taxpayer_id"),
        row.getBoolean("is_deleted"));
  }
}
