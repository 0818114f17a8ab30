package com.partnerbridges.iiko.run;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;

/**
 * A run in the hands of the one who works on it.
 *
 * @param attempt counts up each time it is begun: whoever has an older number is no longer in
 *     charge
 * @param handOvers so many of these ended because their instance did, and are no tries
 * @param failures how often in a row the account's server was in trouble
 * @param isFull whether invoices are compared as far back as the first time
 * @param from the first day that was asked for; null = decided when it starts
 * @param traceparent of the request that it was queued with; null where none was recorded
 */
record Run(
    long id,
    String accountId,
    String entityType,
    int attempt,
    int handOvers,
    int failures,
    boolean isFull,
    boolean mayShrink,
    LocalDate from,
    LocalDate to,
    boolean cancelRequested,
    String traceparent) {

  int tries() {
    return attempt - handOvers;
  }

  /** The same, when the server's trouble was counted already. */
  Run withFailures(int counted) {
    return new Run(
        id,
        accountId,
        entityType,
        attempt,
        handOvers,
        counted,
        isFull,
        mayShrink,
        from,
        to,
        cancelRequested,
        traceparent);
  }

  static Run of(Row row) {
    return new Run(
        row.getLong("id"),
        row.getString("account_id"),
        row.getString("entity_type"),
        row.getInteger("attempts"),
        row.getInteger("hand_overs"),
        row.getInteger("failures"),
        row.getBoolean("is_full"),
        row.getBoolean("may_shrink"),
        row.getLocalDate("window_from"),
        row.getLocalDate("window_to"),
        row.getBoolean("cancel_requested"),
        row.getString("traceparent"));
  }
}
