package com.partnerbridges.utopia.letter;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.mail.LetterQueue;
import com.partnerbridges.utopia.ticket.TicketText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** E-mails that wait. Those about orders are put there with what they tell of. */
@Singleton
class LetterRepository extends LetterQueue<QueuedLetter> {

  private static final String QUEUE =
      """
      insert into letter (kind, subject, reason, queued_at, next_attempt_at)
      values ('TEMPLATE_BROKEN', $1, $2, $3, $3)
      on conflict do nothing""";

  private static final String CLAIMED =
      """
      select l.*, (select o.traceparent from orders o where o.orderref = l.subject) as traceparent
      from l""";

  private final Database database;

  LetterRepository(Database database) {
    super(database, CLAIMED, QueuedLetter::of);
    this.database = database;
  }

  /** One letter for one mistake, whoever finds it. */
  Uni<Void> queue(TicketText.Broken template) {
    return database
        .run(QUEUE, Tuple.of(template.digest(), template.mistake(), at(template.since())))
        .replaceWithVoid();
  }
}
