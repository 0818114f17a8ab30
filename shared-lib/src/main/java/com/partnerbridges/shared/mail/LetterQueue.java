package com.partnerbridges.shared.mail;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Letters that wait in the service's own table {@code letter}, with the columns {@code id}, {@code
 * state} (QUEUED, SENT or FAILED), {@code attempts}, {@code next_attempt_at}, {@code sent_at} and
 * {@code error}. They are put there by the statement that does what they tell of.
 *
 * @param <L> a row of it, with what the letter tells of
 */
public class LetterQueue<L extends ClaimedLetter> {

  /**
   * A claim pushes the next attempt behind the lease: if this instance dies, another takes over.
   */
  private static final String CLAIM =
      """
      with due as (
        select id from letter where next_attempt_at <= $1
        order by next_attempt_at limit $3 for update skip locked
      ), l as (
        update letter set next_attempt_at = $2, attempts = letter.attempts + 1
        from due where letter.id = due.id and letter.next_attempt_at <= $1
        returning letter.*
      )
      """;

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
  private final String claim;
  private final Function<Row, L> reading;

  /**
   * @param select from the claimed rows, which are called {@code l}
   * @param reading of a row of what it selects
   */
  protected LetterQueue(Database database, String select, Function<Row, L> reading) {
    this.database = database;
    this.claim = CLAIM + select;
    this.reading = reading;
  }

  Uni<List<L>> claim(Instant now, Instant lease, int most) {
    return database
        .run(claim, Tuple.of(at(now), at(lease), most))
        .map(rows -> rows.stream().map(reading).toList());
  }

  Uni<Void> sent(L claimed, Instant now) {
    return settle(SENT, Tuple.of(claimed.id(), claimed.attempts(), at(now)));
  }

  Uni<Void> later(L claimed, Instant next, String why) {
    return settle(LATER, Tuple.of(claimed.id(), claimed.attempts(), at(next), why));
  }

  Uni<Void> giveUp(L claimed, String why) {
    return settle(GIVE_UP, Tuple.of(claimed.id(), claimed.attempts(), why));
  }

  private Uni<Void> settle(String sql, Tuple arguments) {
    return database.run(sql, arguments).replaceWithVoid();
  }
}
