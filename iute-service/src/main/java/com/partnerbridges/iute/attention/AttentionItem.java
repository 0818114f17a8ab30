package com.partnerbridges.iute.attention;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** Something a person must look at. {@code decision} is null while it is open. */
public record AttentionItem(
    long id,
    String kind,
    String orderId,
    String detail,
    int seen,
    Instant createdAt,
    Instant lastSeenAt,
    Instant resolvedAt,
    String resolvedBy,
    Decision decision,
    String note) {

  static AttentionItem of(Row row) {
    String decision = row.getString("decision");
    return new AttentionItem(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("order_id"),
        row.getString("detail"),
        row.getInteger("seen"),
        Database.instant(row, "created_at"),
        Database.instant(row, "last_seen_at"),
        Database.instant(row, "resolved_at"),
        row.getString("resolved_by"),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("note"));
  }
}
