package com.partnerbridges.iiko.console;

import static com.partnerbridges.shared.database.Database.instant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** A record that could not be read or stored. */
@RegisterForReflection // for Qute
record ErrorLine(String entity, String iikoId, String reason, Instant at) {

  static ErrorLine of(Row row) {
    return new ErrorLine(
        row.getString("entity"),
        row.getString("iiko_id"),
        row.getString("reason"),
        instant(row, "at"));
  }
}
