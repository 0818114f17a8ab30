package com.partnerbridges.xendit.reconciliation;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Transactions whose time has come. */
@ApplicationScoped
class DueRepository {

  /** A claim pushes the next check behind the lease: if this instance dies, another takes over. */
  private static final String CLAIM =
      """
      with due as (
        select tr_id from transactions where tr_next_check_at <= $1
        order by tr_next_check_at limit $3 for update skip locked
      )
      update transactions t set tr_next_check_at = $2, tr_checks = t.tr_checks + 1
      from due where t.tr_id = due.tr_id and t.tr_next_check_at <= $1
      returning %s"""
          .formatted(Transaction.COLUMNS);

  /** Only the claim's own instance: whoever claimed after the lease ran out counts further. */
  private static final String SCHEDULE =
      """
      update transactions set tr_next_check_at = $2
      where tr_id = $1 and tr_checks = $3 and tr_next_check_at is not null""";

  private static final String SILENT =
      """
      insert into attention (kind, subject, external_id, amount, detail, created_at, last_seen_at)
      values ('XENDIT_SILENT', $1, $1, $2, $3, $4, $4)
      on conflict (kind, subject) do update set
        seen = attention.seen + 1, last_seen_at = excluded.last_seen_at
      returning seen""";

  private final Database database;

  DueRepository(Database database) {
    this.database = database;
  }

  Uni<List<Transaction>> claim(Instant now, Duration lease, int most) {
    return database
        .run(CLAIM, Tuple.of(at(now), at(now.plus(lease)), most))
        .map(rows -> rows.stream().map(Transaction::of).toList());
  }

  /** Sets when the claimed transaction is asked for next; null ends the asking. */
  Uni<Void> schedule(Transaction claimed, Instant next) {
    return database
        .run(SCHEDULE, Tuple.of(claimed.id(), at(next), claimed.checks()))
        .replaceWithVoid();
  }

  /**
   * Tells people that Xendit cannot be asked for a transaction whose time is long over. Whether
   * they did not know yet.
   */
  Uni<Boolean> silent(Transaction claimed, Instant now) {
    String detail =
        "Its time is over since "
            + claimed.expiredAt()
            + ", but Xendit does not answer whether it was paid. It is asked again.";
    return database
        .run(SILENT, Tuple.of(claimed.externalId(), claimed.amount(), detail, at(now)))
        .map(rows -> rows.iterator().next().getInteger("seen") == 1);
  }
}
