package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier; nothing personal of it is kept. */
@Schema(
    name = "Supplier",
    examples =
        """
        {"iiko_id": "2d8b4c11-9f0e-4c0e-a2a5-4b1f3f6f0a01",
         "iiko_sync_status": "synced", "iiko_last_synced_at": "2026-01-31T08:15:00Z",
         "iiko_sync_error": null, "gone_at": null, "name": "Fish & Co",
         "display_name": null, "code": "41", "taxpayer_id": "7701234567",
         "is_deleted": false}""")
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
