package com.partnerbridges.iiko.alert;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Letters that wait. They are put there by the end of the run that they tell of. */
@ApplicationScoped
class LetterRepository {

  /**
   * A claim pushes the next attempt behind the lease: if this instance dies, another takes over.
   */
  private static final String CLAIM =
      """
      with due as (
        select id from letter where next_attempt_at <= $1
        order by next_attempt_at limit $3 for update skip locked
      )
      update letter l set next_attempt_at = $2, attempts = l.attempts + 1
      from due, connection c, run r
      where l.id = due.id and l.next_attempt_at <= $1
        and c.account_id = l.account_id and r.id = l.run_id
      returning l.*, c.alert_email, r.error as run_error, r.ended_at as run_ended_at""";

  private static final String SENT =
      """
      update letter set state = 'SENT', sent_at = $3, next_attempt_at = null, error = null
      where id = $1 and attempts = $2 and state = 'QUEUED'""";

  private static final String LATER =
      """
      update letter set next_attempt_at = $3, error = $4
      where id = $1 and attempts = $2 and state = 'QUEUED'""";

  private static final String GIVE_UP =
      """
      update letter set state = 'FAILED', next_attempt_at = null, error = $3
      where id = $1 and attempts = $2 and state = 'QUEUED'""";

  private final Database database;

  LetterRepository(Database database) {
    this.database = database;
  }

  Uni<List<QueuedLetter>> claim(Instant now, Instant lease, int most) {
    return database
        .run(CLAIM, Tuple.of(at(now), at(lease), most))
        .map(rows -> rows.stream().map(QueuedLetter::of).toList());
  }

  Uni<Void> sent(QueuedLetter claimed, Instant now) {
    return settle(SENT, Tuple.of(claimed.id(), claimed.attempts(), at(now)));
  }

  Uni<Void> later(QueuedLetter claimed, Instant next, String why) {
    return settle(LATER, Tuple.of(claimed.id(), claimed.attempts(), at(next), why));
  }

  Uni<Void> giveUp(QueuedLetter claimed, String why) {
    return settle(GIVE_UP, Tuple.of(claimed.id(), claimed.attempts(), why));
  }

  private Uni<Void> settle(String sql, Tuple arguments) {
    return database.run(sql, arguments).replaceWithVoid();
  }
}
