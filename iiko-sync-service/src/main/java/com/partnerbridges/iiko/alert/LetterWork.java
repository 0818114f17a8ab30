package com.partnerbridges.iiko.alert;

import static java.util.stream.Collectors.counting;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Sends what waits, and again, until the mail server has taken it. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class LetterWork implements DueTask {

  private static final Logger LOG = Logger.getLogger("letter");

  /** What is claimed is sent at once, so that no lease runs out while it waits its turn. */
  private static final int AT_ONCE = 8;

  /** For the database, before and after the mail server's time. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private static final Duration DATABASE_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofDays(3);
  private static final DoublingPause PAUSE =
      new DoublingPause(Duration.ofMinutes(1), Duration.ofHours(1));

  private static final String SENT = "sent";
  private static final String NOT_TAKEN = "not_taken";
  private static final String GIVEN_UP = "given_up";
  private static final String ACCOUNT = "account";

  private final LetterRepository letters;
  private final LetterText text;
  private final MailRoute route;
  private final IikoConfig config;
  private final MeterRegistry metrics;
  private final Clock clock;

  LetterWork(
      LetterRepository letters,
      LetterText text,
      MailRoute route,
      IikoConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.letters = letters;
    this.text = text;
    this.route = route;
    this.config = config;
    this.metrics = metrics;
    this.clock = clock;
    Stream.of(SENT, NOT_TAKEN, GIVEN_UP).forEach(this::counter);
  }

  @Override
  public String name() {
    return "letters";
  }

  /** Gives how many went out: when none did, further batches would only wait as long again. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    return letters
        .claim(now, now.plus(config.mail().timeout()).plus(SPARE), AT_ONCE)
        .flatMap(
            claimed ->
                Multi.createFrom()
                    .iterable(claimed)
                    .onItem()
                    .transformToUni(this::send)
                    .merge(AT_ONCE)
                    .filter(sent -> sent)
                    .collect()
                    .with(counting())
                    .map(Long::intValue));
  }

  /** Gives whether it went out. Its failure is its own: it stays queued and its time comes. */
  private Uni<Boolean> send(QueuedLetter claimed) {
    if (claimed.recipient() == null) {
      tell(claimed, GIVEN_UP, " why=no_address");
      return letters.giveUp(claimed, "no address").replaceWith(false);
    }
    return text.write(claimed)
        .flatMap(route::send)
        .onItemOrFailure()
        .transformToUni(
            (taken, failure) ->
                failure == null
                    ? sent(claimed).replaceWith(true)
                    : notSent(claimed, failure).replaceWith(false))
        // the database is gone: the lease brings it back
        .onFailure()
        .recoverWithItem(false);
  }

  /** What was sent is not to be forgotten because the database is away for a moment. */
  private Uni<Void> sent(QueuedLetter claimed) {
    tell(claimed, SENT, "");
    return letters
        .sent(claimed, clock.instant())
        .onFailure()
        .retry()
        .withBackOff(DATABASE_PAUSE)
        .expireIn(SPARE.toMillis() / 2);
  }

  private Uni<Void> notSent(QueuedLetter claimed, Throwable failure) {
    String why = MailRoute.reason(failure);
    Instant now = clock.instant();
    Instant end = claimed.queuedAt().plus(LONGEST);
    if (!now.isBefore(end)) {
      tell(claimed, GIVEN_UP, " why=" + why);
      return letters.giveUp(claimed, why);
    }
    tell(claimed, NOT_TAKEN, " why=" + why);
    Instant next = now.plus(PAUSE.after(claimed.attempts() - 1));
    return letters.later(claimed, next.isBefore(end) ? next : end, why);
  }

  private void tell(QueuedLetter letter, String outcome, String why) {
    counter(outcome).increment();
    MDC.put(ACCOUNT, letter.accountId());
    try {
      LOG.logf(
          outcome.equals(SENT) ? Logger.Level.INFO : Logger.Level.WARN,
          "letter kind=%s outcome=%s attempt=%d%s",
          letter.kind(),
          outcome,
          letter.attempts(),
          why);
    } finally {
      MDC.remove(ACCOUNT);
    }
  }

  private Counter counter(String outcome) {
    return metrics.counter("iiko.letters", "outcome", outcome);
  }
}
