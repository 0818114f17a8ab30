package com.partnerbridges.xendit.catalogue;

import static com.partnerbridges.shared.database.Database.instant;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** Where kiosks stand. */
public record Location(long ml_id, String ml_name, Instant ml_created_at, Instant ml_updated_at) {

  static Location of(Row row) {
    return new Location(
        row.getLong("ml_id"),
        row.getString("ml_name"),
        instant(row, "ml_created_at"),
        instant(row, "ml_updated_at"));
  }
}
