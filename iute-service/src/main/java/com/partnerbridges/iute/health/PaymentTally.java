package com.partnerbridges.iute.health;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.StatementTally;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What waits for Iute, and what waits for a person. */
@Singleton
class PaymentTally extends StatementTally {

  private static final String COUNT =
      Counting.all(
          Counting.due("reconciliation", "payment", "next_check_at"),
          Counting.attention("kind", "attention", "created_at", "resolved_at is null"));

  /** Others are contradictions: an event, and the status that it found. */
  private static final String[] KINDS = {
    "AMOUNT_DIFFERS", "AMOUNT_MISSING", "UNKNOWN_ORDER", "UNREADABLE", "LOST_AT_IUTE", "NOT_MOVING"
  };

  PaymentTally(Database database, Clock clock) {
    super(database, clock, COUNT, Figure.noneOpen(KINDS));
  }
}
