package com.partnerbridges.iiko.console;

import static com.partnerbridges.shared.database.Database.instant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** An account's connection as its people see it. */
@RegisterForReflection // for Qute
record ConnectionLine(
    String state,
    String baseUrl,
    String source,
    String timeZone,
    String alertEmail,
    Instant lastConnectedAt,
    String error,
    Instant notBefore) {

  static final ConnectionLine NONE =
      new ConnectionLine("DISCONNECTED", null, null, null, null, null, null, null);

  static ConnectionLine of(Row row) {
    return new ConnectionLine(
        row.getString("state"),
        row.getString("base_url"),
        row.getString("source"),
        row.getString("time_zone"),
        row.getString("alert_email"),
        instant(row, "last_connected_at"),
        row.getString("error"),
        instant(row, "not_before"));
  }

  public boolean isConnected() {
    return !state.equals("DISCONNECTED");
  }
}
