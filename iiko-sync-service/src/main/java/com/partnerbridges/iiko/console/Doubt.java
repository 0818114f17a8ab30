package com.partnerbridges.iiko.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;

/**
 * So much would be gone that a person must say whether this is right.
 *
 * @param from records that we have
 * @param to those of them that iiko still has
 * @param since the first day of the invoices that were compared; null for lists
 * @param accept the same sync, with the word that it is right
 */
@RegisterForReflection // for Qute
record Doubt(long from, long to, LocalDate since, String accept) {

  public long missing() {
    return from - to;
  }

  static Doubt of(Row row) {
    return new Doubt(
        row.getLong("shrink_from"),
        row.getLong("shrink_to"),
        row.getLocalDate("next_day"),
        accept(row).encode());
  }

  private static JsonObject accept(Row row) {
    JsonObject wish = new JsonObject().put("may_shrink", true);
    LocalDate since = row.getLocalDate("next_day");
    if (since == null) {
      return wish;
    }
    LocalDate from = row.getLocalDate("window_from");
    LocalDate to = row.getLocalDate("window_to");
    if (from != null) {
      wish.put("from", from.toString());
    }
    if (to != null) {
      wish.put("to", to.toString());
    }
    return wish.put("full", row.getBoolean("is_full"));
  }
}
