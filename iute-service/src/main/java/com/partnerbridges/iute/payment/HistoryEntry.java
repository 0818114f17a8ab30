package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** One move of a payment. {@code from} is null for its creation. */
public record HistoryEntry(PaymentStatus from, PaymentStatus to, Instant at, String cause) {

  static HistoryEntry of(Row row) {
    String from = row.getString("from_status");
    return new HistoryEntry(
        from == null ? null : PaymentStatus.valueOf(from),
        PaymentStatus.valueOf(row.getString("to_status")),
        Database.instant(row, "at"),
        row.getString("cause"));
  }
}
