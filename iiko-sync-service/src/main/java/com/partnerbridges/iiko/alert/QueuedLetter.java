package com.partnerbridges.iiko.alert;

import static com.partnerbridges.shared.database.Database.instant;

import com.partnerbridges.shared.mail.ClaimedLetter;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * A letter that is to go out, with what it tells of.
 *
 * @param recipient null when the account has taken its address away
 * @param error why the run failed; null when it has succeeded
 */
record QueuedLetter(
    long id,
    String accountId,
    Kind kind,
    String recipient,
    String error,
    Instant runEndedAt,
    int attempts,
    Instant queuedAt)
    implements ClaimedLetter {

  /** What it tells. */
  enum Kind {
    FAILING,
    RECOVERED
  }

  static QueuedLetter of(Row row) {
    return new QueuedLetter(
        row.getLong("id"),
        row.getString("account_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("alert_email"),
        row.getString("run_error"),
        instant(row, "run_ended_at"),
        row.getInteger("attempts"),
        instant(row, "queued_at"));
  }

  /** The same for every attempt, and for no other letter, of another database either. */
  String messageId() {
    return "iiko-" + id + "-" + queuedAt.toEpochMilli();
  }

  @Override
  public String toString() {
    return "QueuedLetter[" + id + "]";
  }
}
