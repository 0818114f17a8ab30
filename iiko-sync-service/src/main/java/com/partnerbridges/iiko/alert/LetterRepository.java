package com.partnerbridges.iiko.alert;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.mail.LetterQueue;
import jakarta.inject.Singleton;

/** Letters that wait. They are put there by the end of the run that they tell of. */
@Singleton
class LetterRepository extends LetterQueue<QueuedLetter> {

  private static final String SELECT =
      """
      select l.*, c.alert_email, r.error as run_error, r.ended_at as run_ended_at
      from l join connection c on c.account_id = l.account_id join run r on r.id = l.run_id""";

  LetterRepository(Database database) {
    super(database, SELECT, QueuedLetter::of);
  }
}
