package com.partnerbridges.iiko.credential;

import com.partnerbridges.shared.state.DueTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The metrics {@code iiko.credentials.remaining}, {@code .quarantined} and {@code .damaged}. Every
 * instance shows the same numbers.
 */
@ApplicationScoped
class KeyGauges implements DueTask {

  private static final Duration FRESH = Duration.ofSeconds(15);

  private final AtomicLong remaining;
  private final AtomicLong quarantined;
  private final AtomicLong damaged;
  private final KeyUse use;
  private final Clock clock;
  private volatile Instant counted = Instant.EPOCH;

  KeyGauges(KeyUse use, Clock clock, MeterRegistry metrics) {
    this.use = use;
    this.clock = clock;
    remaining = metrics.gauge("iiko.credentials.remaining", new AtomicLong());
    quarantined = metrics.gauge("iiko.credentials.quarantined", new AtomicLong());
    damaged = metrics.gauge("iiko.credentials.damaged", new AtomicLong());
  }

  @Override
  public String name() {
    return "key-counts";
  }

  /** Nothing is worked on: gives 0. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    if (Duration.between(counted, now).abs().compareTo(FRESH) < 0) {
      return Uni.createFrom().item(0);
    }
    counted = now;
    return Uni.createFrom()
        .deferred(use::look)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::show)
        .replaceWith(0);
  }

  private void show(KeysView now) {
    remaining.set(now.remaining());
    quarantined.set(now.quarantined());
    damaged.set(now.damaged());
  }
}
