package com.partnerbridges.iiko.console;

import static com.partnerbridges.shared.database.Database.instant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * When an entity was synced last, and will be next.
 *
 * @param doubt null when the last sync believed what it was told
 */
@RegisterForReflection // for Qute
record EntityLine(String entity, String state, Instant endedAt, Instant nextAt, Doubt doubt) {

  static EntityLine of(Row row) {
    return new EntityLine(
        row.getString("entity"),
        row.getString("state"),
        instant(row, "ended_at"),
        instant(row, "next_at"),
        row.getLong("shrink_from") == null ? null : Doubt.of(row));
  }
}
