package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.shared.mail.LetterDelivery;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.UtopiaConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sends letters to the office. */
@Startup // its metrics are told from the beginning on
@Singleton
class LetterWork extends LetterDelivery<QueuedLetter> {

  private final LetterText text;
  private final MailServer server;
  private final AuditLog audit;

  LetterWork(
      LetterRepository letters,
      LetterText text,
      MailServer server,
      UtopiaConfig config,
      AuditLog audit,
      MeterRegistry metrics,
      Clock clock) {
    super(letters, config.mail().timeout(), "utopia.letters", metrics, clock);
    this.text = text;
    this.server = server;
    this.audit = audit;
  }

  @Override
  protected Uni<Letter> write(QueuedLetter claimed) {
    return text.write(claimed);
  }

  @Override
  protected Uni<Void> send(Letter letter) {
    return server.send(letter);
  }

  @Override
  protected void tell(QueuedLetter letter, Outcome outcome, String line) {
    String about = letter.kind().isAboutAnOrder() ? letter.subject() : null;
    if (outcome == Outcome.GIVEN_UP) {
      audit.warning(about, line);
    } else {
      audit.event(about, line);
    }
  }
}
