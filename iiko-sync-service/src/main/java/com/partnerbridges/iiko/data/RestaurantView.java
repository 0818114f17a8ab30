package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department of the type DEPARTMENT. */
@Schema(
    name = "Restaurant",
    examples =
        """
        {"iiko_id": "2d8b4c11-9f0e-4c0e-a2a5-4b1f3f6f0a01",
         "iiko_sync_status": "synced", "iiko_last_synced_at": "2026-01-31T08:15:00Z",
         "iiko_sync_error": null, "gone_at": null, "name": "Harbour",
         "display_name": "The Harbour", "code": "12", "parent_id": null,
         "taxpayer_id": null}""")
@JsonNaming(SnakeCaseStrategy.class)
record RestaurantView(
    @JsonUnwrapped SyncState sync,
    @Schema(description = "iiko's name") String name,
    @Schema(description = "The account's own name for it") String displayName,
    String code,
    String parentId,
    String taxpayerId) {

  static final Listing<RestaurantView> LISTING =
      Listing.byName(
          "restaurant",
          "corporate_item",
          "r.name, r.display_name, r.code, r.parent_id, r.taxpayer_id",
          Listing.list("restaurants"),
          "r.source = 'D' and r.type = 'DEPARTMENT'",
          RestaurantView::of);

  private static RestaurantView of(Row row) {
    return new RestaurantView(
        SyncState.of(row),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("code"),
        row.getString("parent_id"),
        row.getString("taxpayer_id"));
  }
}
