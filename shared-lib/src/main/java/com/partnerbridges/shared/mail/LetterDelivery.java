package com.partnerbridges.shared.mail;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.shared.trace.KeptTrace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Sends what waits in a {@link LetterQueue}, and again for three days, until the mail server has
 * taken it. It is the job {@code letters}.
 */
public abstract class LetterDelivery<L extends ClaimedLetter> implements DueTask {

  /** What became of an attempt. */
  public enum Outcome {
    SENT,
    NOT_TAKEN,
    GIVEN_UP;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Logger LOG = Logger.getLogger(LetterDelivery.class);

  /** What is claimed is sent at once, so that no lease runs out while it waits its turn. */
  private static final int AT_ONCE = 8;

  /** For the database, before and after the mail server's time. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private static final Duration DATABASE_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofDays(3);
  private static final DoublingPause PAUSE =
      new DoublingPause(Duration.ofMinutes(1), Duration.ofHours(1));

  private final LetterQueue<L> letters;
  private final Duration timeout;
  private final String metric;
  private final MeterRegistry metrics;
  private final Clock clock;

  /**
   * @param timeout how long one letter may take
   * @param metric counts attempts by their outcome, from the beginning on
   */
  protected LetterDelivery(
      LetterQueue<L> letters, Duration timeout, String metric, MeterRegistry metrics, Clock clock) {
    this.letters = letters;
    this.timeout = timeout;
    this.metric = metric;
    this.metrics = metrics;
    this.clock = clock;
    Stream.of(Outcome.values()).forEach(this::counter);
  }

  /** Fails with {@link Undeliverable} when it can go nowhere. */
  protected abstract Uni<Letter> write(L claimed);

  /** Done when the mail server has taken it. */
  protected abstract Uni<Void> send(Letter letter);

  /**
   * For the log.
   *
   * @param line which kind of letter it was and what became of it; nothing personal is in it
   */
  protected abstract void tell(L letter, Outcome outcome, String line);

  @Override
  public String name() {
    return "letters";
  }

  /** Gives how many went out: when none did, further batches would only wait as long again. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    return letters
        .claim(now, now.plus(timeout).plus(SPARE), AT_ONCE)
        .flatMap(claimed -> Batches.successes(claimed, this::deliverTraced));
  }

  private Uni<Boolean> deliverTraced(L claimed) {
    return KeptTrace.goOn(claimed.traceparent(), "process letter", () -> deliver(claimed));
  }

  /** Gives whether it went out. Its failure is its own: it stays queued and its time comes. */
  private Uni<Boolean> deliver(L claimed) {
    return Uni.createFrom()
        .deferred(() -> write(claimed))
        .onFailure(LetterDelivery::isFault)
        .invoke(fault -> LOG.errorf(fault, "letter cannot be written id=%d", claimed.id()))
        .flatMap(this::send)
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

  private static boolean isFault(Throwable failure) {
    return !(failure instanceof Problem || failure instanceof Undeliverable);
  }

  /** What was sent is not to be forgotten because the database is away for a moment. */
  private Uni<Void> sent(L claimed) {
    count(claimed, Outcome.SENT, "");
    return letters
        .sent(claimed, clock.instant())
        .onFailure()
        .retry()
        .withBackOff(DATABASE_PAUSE)
        .expireIn(SPARE.toMillis() / 2);
  }

  private Uni<Void> notSent(L claimed, Throwable failure) {
    boolean hopeless = failure instanceof Undeliverable;
    String why = hopeless ? failure.getMessage() : MailRoute.reason(failure);
    Instant now = clock.instant();
    Instant end = claimed.queuedAt().plus(LONGEST);
    if (hopeless || !now.isBefore(end)) {
      count(claimed, Outcome.GIVEN_UP, " why=" + why);
      return letters.giveUp(claimed, why);
    }
    count(claimed, Outcome.NOT_TAKEN, " why=" + why);
    Instant next = now.plus(PAUSE.after(claimed.attempts() - 1));
    return letters.later(claimed, next.isBefore(end) ? next : end, why);
  }

  private void count(L letter, Outcome outcome, String why) {
    counter(outcome).increment();
    tell(
        letter,
        outcome,
        "letter kind=%s outcome=%s attempt=%d%s"
            .formatted(letter.kind(), outcome, letter.attempts(), why));
  }

  private Counter counter(Outcome outcome) {
    return metrics.counter(metric, "outcome", outcome.toString());
  }
}
