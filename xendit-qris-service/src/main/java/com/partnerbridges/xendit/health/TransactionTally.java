package com.partnerbridges.xendit.health;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.StatementTally;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What waits for Xendit or the mail server, and what waits for a person. */
@Singleton
class TransactionTally extends StatementTally {

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

  TransactionTally(Database database, Clock clock) {
    super(database, clock, COUNT, Figure.noneOpen(KINDS));
  }
}
