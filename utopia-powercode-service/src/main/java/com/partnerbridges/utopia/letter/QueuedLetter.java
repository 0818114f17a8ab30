package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.mail.ClaimedLetter;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * An e-mail that is to go out, as its row has it.
 *
 * @param subject the order's reference; of {@code TEMPLATE_BROKEN} the digest of the text
 * @param traceparent the order's; null where it has none
 */
record QueuedLetter(
    long id,
    Kind kind,
    String subject,
    String reason,
    int attempts,
    Instant queuedAt,
    String traceparent)
    implements ClaimedLetter {

  /** What it tells. */
  enum Kind {
    DONE,
    NEEDS_ATTENTION,
    DEAD,
    TEMPLATE_BROKEN;

    boolean isAboutAnOrder() {
      return this != TEMPLATE_BROKEN;
    }
  }

  static QueuedLetter of(Row row) {
    return new QueuedLetter(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("reason"),
        row.getInteger("attempts"),
        Database.instant(row, "queued_at"),
        row.getString("traceparent"));
  }

  /** The same for every attempt, and for no other letter, of another database either. */
  String messageId() {
    return "utopia-" + id + "-" + queuedAt.toEpochMilli();
  }
}
