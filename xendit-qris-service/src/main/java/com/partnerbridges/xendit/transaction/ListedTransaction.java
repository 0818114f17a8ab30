package com.partnerbridges.xendit.transaction;

import static com.partnerbridges.shared.database.Database.instant;

import com.partnerbridges.xendit.catalogue.LocationName;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * A transaction as staff see it in a list.
 *
 * @param tr_price_id null for the service's own amount, and when the price is gone
 * @param tr_honoured_at when a person let a late payment count
 */
public record ListedTransaction(
    long tr_id,
    String tr_external_id,
    long tr_location_id,
    LocationName location,
    Long tr_price_id,
    long tr_amount,
    String tr_email,
    TransactionStatus tr_status,
    String tr_reason,
    Instant tr_paid_at,
    Instant tr_expired_at,
    Instant tr_created_at,
    Instant tr_honoured_at) {

  static ListedTransaction of(Row row) {
    return new ListedTransaction(
        row.getLong("tr_id"),
        row.getString("tr_external_id"),
        row.getLong("tr_location_id"),
        LocationName.of(row),
        row.getLong("tr_price_id"),
        row.getLong("tr_amount"),
        row.getString("tr_email"),
        TransactionStatus.valueOf(row.getString("tr_status")),
        row.getString("tr_reason"),
        instant(row, "tr_paid_at"),
        instant(row, "tr_expired_at"),
        instant(row, "tr_created_at"),
        instant(row, "tr_honoured_at"));
  }

  @Override
  public String toString() {
    return "ListedTransaction[" + tr_external_id + "]";
  }
}
