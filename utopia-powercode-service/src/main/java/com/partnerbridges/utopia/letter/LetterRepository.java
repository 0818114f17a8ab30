package com.partnerbridges.utopia.letter;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.utopia.ticket.TicketText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** E-mails that wait. Those about orders are put there with what they tell of. */
@ApplicationScoped
class LetterRepository {

  private static final String QUEUE =
      """
      insert into letter (kind, subject, reason, queued_at, next_attempt_at)
      values ('TEMPLATE_BROKEN', $1, $2, $3, $3)
      on conflict do nothing""";

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
      from due where l.id = due.id and l.next_attempt_at <= $1
      returning l.*, (
        select o.traceparent from orders o where o.orderref = l.subject
      ) as traceparent""";

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

  /** One letter for one mistake, whoever finds it. */
  Uni<Void> queue(TicketText.Broken template) {
    return database
        .run(QUEUE, Tuple.of(template.digest(), template.mistake(), at(template.since())))
        .replaceWithVoid();
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
