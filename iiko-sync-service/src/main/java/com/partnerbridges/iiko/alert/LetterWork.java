package com.partnerbridges.iiko.alert;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.shared.mail.LetterDelivery;
import com.partnerbridges.shared.mail.MailRoute;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Sends letters to accounts. */
@Startup // its metrics are told from the beginning on
@Singleton
class LetterWork extends LetterDelivery<QueuedLetter> {

  private static final Logger LOG = Logger.getLogger("letter");
  private static final String ACCOUNT = "account";

  private final LetterText text;
  private final MailRoute route;

  LetterWork(
      LetterRepository letters,
      LetterText text,
      MailRoute route,
      IikoConfig config,
      MeterRegistry metrics,
      Clock clock) {
    super(letters, config.mail().timeout(), "iiko.letters", metrics, clock);
    this.text = text;
    this.route = route;
  }

  @Override
  protected Uni<Letter> write(QueuedLetter claimed) {
    return text.write(claimed);
  }

  @Override
  protected Uni<Void> send(Letter letter) {
    return route.send(letter);
  }

  @Override
  protected void tell(QueuedLetter letter, Outcome outcome, String line) {
    MDC.put(ACCOUNT, letter.accountId());
    try {
      LOG.log(outcome == Outcome.SENT ? Logger.Level.INFO : Logger.Level.WARN, line);
    } finally {
      MDC.remove(ACCOUNT);
    }
  }
}
