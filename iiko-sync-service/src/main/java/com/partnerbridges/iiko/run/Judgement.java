package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.shared.edge.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** What follows from a failure: another try, or the end. */
@ApplicationScoped
class Judgement {

  /** About what was asked for, not about the server: the run's other parts may well be done. */
  private static final Set<IikoTrouble.Kind> ABOUT_THE_PART =
      EnumSet.of(
          IikoTrouble.Kind.REFUSED, IikoTrouble.Kind.PERMISSION_DENIED, IikoTrouble.Kind.TOO_LARGE);

  /** A run that its instances never brought to an end: there may be something about it. */
  private static final int MOST_INTERRUPTIONS = 20;

  private final RetryPause pause;
  private final int maxAttempts;
  private final Clock clock;

  Judgement(IikoConfig config, Clock clock) {
    pause = new RetryPause(config.sync().retryInitialDelay(), new Random());
    maxAttempts = config.sync().maxAttempts();
    this.clock = clock;
  }

  static boolean isAboutThePart(IikoTrouble trouble) {
    return ABOUT_THE_PART.contains(trouble.kind());
  }

  boolean isInterruptedTooOften(Run run) {
    return run.tries() > maxAttempts + MOST_INTERRUPTIONS;
  }

  Settlement of(Run run, RuntimeException failure) {
    if (failure instanceof IikoTrouble trouble) {
      Duration asked = trouble.retryAfter().orElse(Duration.ZERO);
      return trouble.kind().isPassing()
          ? passing(run, trouble.kind().name(), trouble.getMessage(), asked)
          : Settlement.failed(trouble.kind().name(), trouble.getMessage(), false, null);
    }
    if (failure instanceof Problem problem) {
      return problem.code().equals(AccountSessions.NOT_CONNECTED)
          ? Settlement.failed(problem.code(), problem.getMessage(), false, null)
          : passing(run, problem.code(), problem.getMessage(), Duration.ZERO);
    }
    return passing(run, "INTERNAL_ERROR", "A fault of this service stopped it.", Duration.ZERO);
  }

  private Settlement passing(Run run, String code, String error, Duration asked) {
    int failures = Math.max(run.failures(), run.tries() - 1);
    Instant next = clock.instant().plus(pause.after(failures, asked));
    return run.tries() >= maxAttempts
        ? Settlement.failed(code, error, true, next)
        : Settlement.putOff(code, error, next);
  }
}
