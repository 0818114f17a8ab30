package com.partnerbridges.iiko.health;

import com.partnerbridges.iiko.health.HealthRepository.Runs;
import com.partnerbridges.shared.state.DueTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics {@code iiko.accounts}, {@code iiko.runs.open} and {@code
 * iiko.runs.oldest.due.seconds}. Every instance shows the same numbers.
 */
@ApplicationScoped
class SyncGauges implements DueTask {

  private static final Duration FRESH = Duration.ofSeconds(15);

  private final Map<AccountState, AtomicLong> accounts;
  private final AtomicLong queued;
  private final AtomicLong running;
  private final AtomicLong oldestDue;
  private final HealthRepository repository;
  private final Clock clock;
  private volatile Instant counted = Instant.EPOCH;

  SyncGauges(HealthRepository repository, Clock clock, MeterRegistry metrics) {
    this.repository = repository;
    this.clock = clock;
    accounts =
        Stream.of(AccountState.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), state -> gauge(metrics, "iiko.accounts", state.name())));
    queued = gauge(metrics, "iiko.runs.open", "QUEUED");
    running = gauge(metrics, "iiko.runs.open", "RUNNING");
    oldestDue = metrics.gauge("iiko.runs.oldest.due.seconds", new AtomicLong());
  }

  private static AtomicLong gauge(MeterRegistry metrics, String name, String state) {
    return metrics.gauge(name, List.of(Tag.of("state", state)), new AtomicLong());
  }

  @Override
  public String name() {
    return "sync-counts";
  }

  /** Nothing is worked on: gives 0. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    if (Duration.between(counted, now).abs().compareTo(FRESH) < 0) {
      return Uni.createFrom().item(0);
    }
    counted = now;
    return repository
        .accounts()
        .invoke(counts -> counts.forEach((state, count) -> accounts.get(state).set(count)))
        .flatMap(done -> repository.runs())
        .invoke(this::show)
        .replaceWith(0);
  }

  private void show(Runs runs) {
    queued.set(runs.queued());
    running.set(runs.running());
    oldestDue.set(runs.oldestDue().toSeconds());
  }
}
