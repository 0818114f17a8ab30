package com.partnerbridges.iiko.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The right to talk to an account's server. It renews itself until it is given back or lost, and
 * sees each time whether the run that it is used for is still wanted.
 */
final class Lease {

  private static final Logger LOG = Logger.getLogger(Lease.class);

  /** Two of them may be missed. */
  private static final int RENEWALS = 3;

  /** Nobody who cancels a run waits for longer. */
  private static final Duration LONGEST_BEAT = Duration.ofSeconds(2);

  final String accountId;
  final UUID holder = UUID.randomUUID();

  private final LeaseRepository leases;
  private final Clock clock;
  private final Duration length;
  private final Vertx vertx;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile long renewed = System.nanoTime();
  private volatile boolean lost;
  private volatile Long runId;
  private volatile LeaseWatch watch = LeaseWatch.NOBODY;
  private volatile long timer;

  Lease(String accountId, LeaseRepository leases, Clock clock, Duration length, Vertx vertx) {
    this.accountId = accountId;
    this.leases = leases;
    this.clock = clock;
    this.length = length;
    this.vertx = vertx;
  }

  /** When it runs out, taken or renewed now. */
  Instant until() {
    return clock.instant().plus(length);
  }

  /** Also while a server is silent. */
  void keepUp() {
    timer =
        vertx.setPeriodic(
            Math.max(1, Math.min(length.toMillis() / RENEWALS, LONGEST_BEAT.toMillis())),
            tick -> beat());
  }

  /** A database that is slow is not asked again meanwhile. */
  private void beat() {
    if (asking.compareAndSet(false, true)) {
      renewed()
          .onTermination()
          .invoke(() -> asking.set(false))
          .subscribe()
          .with(ours -> {}, ignored -> {});
    }
  }

  void about(long run) {
    runId = run;
  }

  void tell(LeaseWatch who) {
    watch = who;
    if (lost) {
      who.over();
    }
  }

  boolean renew() {
    return !lost && Blocking.on(renewed());
  }

  boolean isLost() {
    return lost;
  }

  /** The timer is stopped first, since it would take back what is given away. */
  void giveBack(Uni<Void> release) {
    vertx.cancelTimer(timer);
    try {
      Blocking.on(release);
    } catch (RuntimeException away) {
      LOG.warnf("a lease is left to run out account=%s why=%s", accountId, away.getMessage());
    }
  }

  /** A database that is away takes nothing from us before the time is over. */
  private Uni<Boolean> renewed() {
    Long run = runId;
    long asked = System.nanoTime();
    return leases
        .renew(accountId, holder, until(), run)
        .map(
            isCancelled -> {
              if (isCancelled.isEmpty()) {
                lost = true;
                vertx.cancelTimer(timer);
                return false;
              }
              renewed = asked;
              if (isCancelled.get()) {
                watch.cancelled(run);
              }
              return true;
            })
        .onFailure()
        .recoverWithItem(() -> System.nanoTime() - renewed < length.toNanos())
        .invoke(
            ours -> {
              if (!ours) {
                watch.over();
              }
            });
  }
}
