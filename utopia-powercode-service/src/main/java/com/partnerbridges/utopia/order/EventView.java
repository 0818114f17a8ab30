package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** Something that happened to an order, and who did it. */
record EventView(Instant at, String event, String actor, String detail) {

  static EventView of(Row row) {
    return new EventView(
        Database.instant(row, "at"),
        row.getString("event"),
        row.getString("actor"),
        row.getString("detail"));
  }
}
