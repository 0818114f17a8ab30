package com.partnerbridges.iiko.session;

import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ends what nobody else would end soon: the session of a test or a connect whose instance died, or
 * one whose logout failed. Where a run is due, that run does it.
 */
@ApplicationScoped
class LeftBehindSweep implements DueTask {

  /** A server that does not end its session is not asked all the time. */
  private static final Duration ONCE_IN = Duration.ofMinutes(1);

  private static final int BATCH = 100;
  private static final int AT_ONCE = 4;

  private final LeaseRepository leases;
  private final AccountSessions sessions;
  private final Clock clock;
  private volatile Instant last = Instant.EPOCH;

  LeftBehindSweep(LeaseRepository leases, AccountSessions sessions, Clock clock) {
    this.leases = leases;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "left-behind-sessions";
  }

  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    if (Duration.between(last, now).abs().compareTo(ONCE_IN) < 0) {
      return Uni.createFrom().item(0);
    }
    last = now;
    return sweep();
  }

  /** Gives how many accounts were dealt with. */
  Uni<Integer> sweep() {
    return leases.leftBehind(clock.instant(), BATCH).flatMap(this::end);
  }

  private Uni<Integer> end(List<String> accounts) {
    return Multi.createFrom()
        .iterable(accounts)
        .onItem()
        .transformToUni(
            account ->
                Uni.createFrom()
                    .item(() -> end(account))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .merge(AT_ONCE)
        .collect()
        .with(Collectors.summingInt(ended -> ended));
  }

  private int end(String account) {
    Optional<Trial> trial = sessions.tryOut(account);
    trial.ifPresent(
        held -> {
          try (held) {
            held.freeLeftBehind();
          }
        });
    return trial.isPresent() ? 1 : 0;
  }
}
