package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Waits for the database on a worker's thread. While it is away for a moment the server waits too;
 * longer than the account's lease lasts makes no sense.
 */
@ApplicationScoped
public class Patience {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** More than any: the database has a limit of its own. */
  private static final Duration ONE_STATEMENT = Duration.ofSeconds(30);

  private final Duration lease;

  @Inject
  Patience(IikoConfig config) {
    this(config.sync().lease());
  }

  Patience(Duration lease) {
    this.lease = lease;
  }

  /**
   * The answer of a statement that may be repeated.
   *
   * @throws Problem when the database stays away
   */
  public <T> T await(Uni<T> statement) {
    return statement
        .onFailure(Problem.class)
        .retry()
        .withBackOff(PAUSE, LONGEST_PAUSE)
        .expireIn(lease.toMillis() / 2)
        // what the retry gives up with is about the retry
        .onFailure(expired -> expired.getCause() instanceof Problem)
        .transform(Throwable::getCause)
        .await()
        .atMost(lease.plus(ONE_STATEMENT));
  }
}
