package com.partnerbridges.utopia.letter;

import static java.util.stream.Collectors.counting;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.shared.trace.KeptTrace;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.UtopiaConfig;
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

/** Sends what waits, and again, until the mail server has taken it. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class LetterWork implements DueTask {

  private static final Logger LOG = Logger.getLogger(LetterWork.class);

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

  private final LetterRepository letters;
  private final LetterText text;
  private final MailServer server;
  private final UtopiaConfig config;
  private final AuditLog audit;
  private final MeterRegistry metrics;
  private final Clock clock;

  LetterWork(
      LetterRepository letters,
      LetterText text,
      MailServer server,
      UtopiaConfig config,
      AuditLog audit,
      MeterRegistry metrics,
      Clock clock) {
    this.letters = letters;
    this.text = text;
    this.server = server;
    this.config = config;
    this.audit = audit;
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
                    .transformToUni(
                        it -> KeptTrace.goOn(it.traceparent(), "process letter", () -> send(it)))
                    .merge(AT_ONCE)
                    .filter(sent -> sent)
                    .collect()
                    .with(counting())
                    .map(Long::intValue));
  }

  /** Gives whether it went out. Its failure is its own: it stays queued and its time comes. */
  private Uni<Boolean> send(QueuedLetter claimed) {
    return text.write(claimed)
        .onFailure(failure -> !(failure instanceof Problem))
        .invoke(fault -> LOG.errorf(fault, "letter cannot be written id=%d", claimed.id()))
        .flatMap(server::send)
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
    String line =
        "letter kind=%s outcome=%s attempt=%d%s"
            .formatted(letter.kind(), outcome, letter.attempts(), why);
    String about = letter.kind().isAboutAnOrder() ? letter.subject() : null;
    if (outcome.equals(GIVEN_UP)) {
      audit.warning(about, line);
    } else {
      audit.event(about, line);
    }
  }

  private Counter counter(String outcome) {
    return metrics.counter("utopia.letters", "outcome", outcome);
  }
}
