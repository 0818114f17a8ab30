package com.partnerbridges.xendit.catalogue;

import static com.partnerbridges.shared.database.Database.instant;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What a kiosk may charge.
 *
 * @param mp_amount whole rupiah
 */
public record Price(
    long mp_id, String mp_name, long mp_amount, Instant mp_created_at, Instant mp_updated_at) {

  static Price of(Row row) {
    return new Price(
        row.getLong("mp_id"),
        row.getString("mp_name"),
        row.getLong("mp_amount"),
        instant(row, "mp_created_at"),
        instant(row, "mp_updated_at"));
  }
}
