package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.sync.Piece;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The part of a run that is to be done next.
 *
 * @param nextDay where invoices go on; null for lists
 * @param pieceCreated of the next piece, by tries that were cut off
 * @param hasHistory whether the account's invoices were compared as far back as they go before
 */
record Part(
    Entity entity,
    RunState state,
    LocalDate from,
    LocalDate to,
    LocalDate nextDay,
    long pieceCreated,
    long pieceUpdated,
    boolean hasHistory) {

  static Part of(Row row) {
    return new Part(
        Entity.valueOf(row.getString("entity").toUpperCase(Locale.ROOT)),
        RunState.valueOf(row.getString("state")),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        row.getLocalDate("next_day"),
        row.getLong("piece_created"),
        row.getLong("piece_updated"),
        row.getBoolean("has_history"));
  }

  /**
   * What is asked for next.
   *
   * @param days of invoices at once
   */
  Piece piece(Run run, long days) {
    LocalDate last = nextDay == null ? null : nextDay.plusDays(days - 1);
    return new Piece(
        run.id(),
        run.attempt(),
        run.accountId(),
        entity,
        nextDay,
        last == null || last.isBefore(to) ? last : to,
        pieceCreated,
        pieceUpdated,
        run.mayShrink());
  }
}
