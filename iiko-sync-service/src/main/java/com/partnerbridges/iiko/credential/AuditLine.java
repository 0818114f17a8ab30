package com.partnerbridges.iiko.credential;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was done with an account's credentials; never the credentials themselves. */
@Schema(
    name = "AuditLine",
    examples =
        """
        {"at": "2026-01-31T08:15:00Z", "actor": "ann", "action": "CHANGED",
         "detail": null}""")
@JsonNaming(SnakeCaseStrategy.class)
record AuditLine(
    Instant at,
    String actor,
    @Schema(description = "STORED, CHANGED, USED, RE_ENCRYPTED, QUARANTINED or WIPED")
        String action,
    @Schema(description = "What for, or by which key") String detail) {

  static AuditLine of(Row row) {
    return new AuditLine(
        Database.instant(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("detail"));
  }
}
