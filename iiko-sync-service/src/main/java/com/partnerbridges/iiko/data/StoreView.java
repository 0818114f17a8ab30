package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A store with the restaurant that it belongs to. */
@Schema(
    name = "Store",
    examples =
        """
        {"iiko_id": "2d8b4c11-9f0e-4c0e-a2a5-4b1f3f6f0a01",
         "iiko_sync_status": "synced", "iiko_last_synced_at": "2026-01-31T08:15:00Z",
         "iiko_sync_error": null, "gone_at": null, "name": "Cellar",
         "display_name": null, "code": "3", "parent_id": "d-1",
         "restaurant_id": "d-1", "restaurant_name": "The Harbour"}""")
@JsonNaming(SnakeCaseStrategy.class)
record StoreView(
    @JsonUnwrapped SyncState sync,
    @Schema(description = "iiko's name") String name,
    @Schema(description = "The account's own name for it") String displayName,
    String code,
    String parentId,
    @Schema(description = "The nearest restaurant above it") String restaurantId,
    String restaurantName) {

  static final Listing<StoreView> LISTING =
      Listing.byName(
          "store",
          "corporate_item",
          """
          r.name, r.display_name, r.code, r.parent_id, r.restaurant_id,
          coalesce(d.display_name, d.name) as restaurant_name""",
          Listing.list("stores")
              + """
               left join corporate_item d on d.account_id = r.account_id and d.source = 'D'
                 and d.iiko_id = r.restaurant_id""",
          "r.source = 'S'",
          StoreView::of);

  private static StoreView of(Row row) {
    return new StoreView(
        SyncState.of(row),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("code"),
        row.getString("parent_id"),
        row.getString("restaurant_id"),
        row.getString("restaurant_name"));
  }
}
