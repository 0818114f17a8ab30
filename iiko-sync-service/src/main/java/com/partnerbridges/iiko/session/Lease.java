package com.partnerbridges.iiko.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The right to talk to an account's server. It renews itself until it is given back or lost. */
final class Lease {

  private static final Logger LOG = Logger.getLogger(Lease.class);
  private static final int RENEWALS = 3;

  final String accountId;
  final UUID holder = UUID.randomUUID();

  private final LeaseRepository leases;
  private final Clock clock;
  private final Duration length;
  private final Vertx vertx;
  private volatile Instant until;
  private volatile boolean lost;
  private volatile long timer;

  Lease(String accountId, LeaseRepository leases, Clock clock, Duration length, Vertx vertx) {
    this.accountId = accountId;
    this.leases = leases;
    this.clock = clock;
    this.length = length;
    this.vertx = vertx;
    this.until = clock.instant().plus(length);
  }

  Instant until() {
    return until;
  }

  /** Also while a server is silent. */
  void keepUp() {
    timer =
        vertx.setPeriodic(
            Math.max(1, length.toMillis() / RENEWALS),
            tick -> renewed().subscribe().with(ours -> {}, ignored -> {}));
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
    Instant next = clock.instant().plus(length);
    return leases
        .renew(accountId, holder, next)
        .invoke(
            ours -> {
              if (ours) {
                until = next;
              } else {
                lost = true;
                vertx.cancelTimer(timer);
              }
            })
        .onFailure()
        .recoverWithItem(() -> clock.instant().isBefore(until));
  }
}
