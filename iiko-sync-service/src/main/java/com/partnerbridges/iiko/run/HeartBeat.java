package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.session.AccountSession;
import com.partnerbridges.iiko.sync.Stopped;
import com.partnerbridges.iiko.sync.Watch;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps an account's lease while its worker is busy, or waits for a slow server, and tells the
 * worker when it is lost: at its next record, and by an interrupt where it waits.
 */
final class HeartBeat implements Watch, AutoCloseable {

  /** Two beats may be missed. */
  private static final int BEATS = 3;

  private final AccountSession session;
  private final Drain drain;
  private final long lease;
  private final Thread worker = Thread.currentThread();
  private final Future<?> timer;
  private volatile long renewed = System.nanoTime();
  private volatile boolean lost;
  private boolean closed;

  HeartBeat(AccountSession session, Duration lease, Drain drain, ScheduledExecutorService timers) {
    this.session = session;
    this.drain = drain;
    this.lease = lease.toNanos();
    long beat = this.lease / BEATS;
    timer = timers.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.NANOSECONDS);
  }

  @Override
  public void check() {
    if (lost) {
      throw new Stopped(Stopped.Why.LOST);
    }
    if (drain.hasBegun()) {
      throw new Stopped(Stopped.Why.SHUTDOWN);
    }
  }

  void beat() {
    boolean ours;
    long asked = System.nanoTime();
    try {
      ours = session.renew();
      renewed = ours ? asked : renewed;
    } catch (RuntimeException databaseAway) {
      ours = asked - renewed < lease;
    }
    if (!ours) {
      lose();
    }
  }

  private synchronized void lose() {
    if (!closed && !lost) {
      lost = true;
      worker.interrupt();
    }
  }

  /** The worker has nothing more to interrupt. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel(false);
    if (lost) {
      Thread.interrupted();
    }
  }
}
