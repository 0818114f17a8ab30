package com.partnerbridges.xendit.health;

import static com.partnerbridges.shared.database.Database.at;
import static java.util.stream.Stream.concat;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What waits for Xendit or the mail server, and what waits for a person. */
@ApplicationScoped
class TransactionTally implements Tally {

  private static final String COUNT =
      Counting.all(
          Counting.due("reconciliation", "transactions", "tr_next_check_at"),
          Counting.due("unclear-refunds", "refunds", "requested_at", "status = 'REQUESTED'"),
          Counting.due("photo-mails", "photo_mails", "next_attempt_at"),
          Counting.attention("kind", "attention", "created_at", "resolved_at is null"));

  private static final String[] KINDS = {
    "LATE_PAYMENT",
    "WRONG_AMOUNT",
    "PAID_TWICE",
    "UNKNOWN_REFERENCE",
    "UNREADABLE_WEBHOOK",
    "DECLINED_AFTER_PAID",
    "REFUND_CONTRADICTION",
    "UNKNOWN_REFUND",
    "REFUND_UNCLEAR",
    "REFUND_SILENT",
    "REFUND_FAILED",
    "XENDIT_SILENT",
    "PHOTO_MAIL_FAILED"
  };

  private final Database database;
  private final Clock clock;

  TransactionTally(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Uni<List<Figure>> take() {
    return database
        .run(COUNT, Tuple.of(at(clock.instant())))
        .map(rows -> concat(Figure.noneOpen(KINDS), rows.stream().map(Figure::of)).toList());
  }
}
