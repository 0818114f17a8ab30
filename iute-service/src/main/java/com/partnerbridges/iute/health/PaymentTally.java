package com.partnerbridges.iute.health;

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

/** What waits for Iute, and what waits for a person. */
@ApplicationScoped
class PaymentTally implements Tally {

  private static final String COUNT =
      Counting.all(
          Counting.due("reconciliation", "payment", "next_check_at"),
          Counting.attention("kind", "attention", "created_at", "resolved_at is null"));

  /** Others are contradictions: an event, and the status that it found. */
  private static final String[] KINDS = {
    "AMOUNT_DIFFERS", "AMOUNT_MISSING", "UNKNOWN_ORDER", "UNREADABLE", "LOST_AT_IUTE", "NOT_MOVING"
  };

  private final Database database;
  private final Clock clock;

  PaymentTally(Database database, Clock clock) {
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
