package com.partnerbridges.iute.reconciliation;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iute.payment.Payment;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Open payments whose time has come. */
@ApplicationScoped
class DueRepository {

  /** A claim pushes the next check behind the lease: if this instance dies, another takes over. */
  private static final String CLAIM =
      """
      with due as (
        select order_id from payment where next_check_at <= $1
        order by next_check_at limit $3 for update skip locked
      )
      update payment t set next_check_at = $2, checks = t.checks + 1
      from due where t.order_id = due.order_id and t.next_check_at <= $1
      returning %s"""
          .formatted(Payment.COLUMNS);

  /** Only the claim's own instance: whoever claimed after the lease ran out counts further. */
  private static final String SCHEDULE =
      """
      update payment set next_check_at = $2
      where order_id = $1 and checks = $3 and next_check_at is not null""";

  private final Database database;

  DueRepository(Database database) {
    this.database = database;
  }

  Uni<List<Payment>> claim(Instant now, Duration lease, int most) {
    return database
        .run(CLAIM, Tuple.of(at(now), at(now.plus(lease)), most))
        .map(rows -> rows.stream().map(Payment::of).toList());
  }

  /** Sets when the claimed payment is asked for next; null ends the asking. */
  Uni<Void> schedule(Payment claimed, Instant next) {
    return database
        .run(SCHEDULE, Tuple.of(claimed.orderId(), at(next), claimed.checks()))
        .replaceWithVoid();
  }
}
