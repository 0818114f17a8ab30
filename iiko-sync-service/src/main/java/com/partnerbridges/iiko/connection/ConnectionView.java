package com.partnerbridges.iiko.connection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an account is connected; never with what. */
@Schema(
    name = "Connection",
    examples =
        """
        {"account_id": "cafe-1", "is_connected": true,
         "last_connected_at": "2026-01-31T08:15:00Z", "connection_error": null,
         "connection_error_code": null, "integration_type": "iiko"}""")
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionView(
    String accountId,
    boolean isConnected,
    @Schema(description = "The last good login") Instant lastConnectedAt,
    @Schema(description = "Why the last login was refused") String connectionError,
    @Schema(description = "The same for programs, such as WRONG_PASSWORD")
        String connectionErrorCode,
    String integrationType) {

  private static final String TYPE = "iiko";

  static final String COLUMNS =
      "account_id, password_sealed is not null as is_connected, last_connected_at, error_code, error";

  static ConnectionView of(Row row) {
    return new ConnectionView(
        row.getString("account_id"),
        row.getBoolean("is_connected"),
        Database.instant(row, "last_connected_at"),
        row.getString("error"),
        row.getString("error_code"),
        TYPE);
  }

  static ConnectionView never(String accountId) {
    return new ConnectionView(accountId, false, null, null, null, TYPE);
  }
}
