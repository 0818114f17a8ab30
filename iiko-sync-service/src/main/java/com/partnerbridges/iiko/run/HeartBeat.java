package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.session.LeaseWatch;
import com.partnerbridges.iiko.sync.Stopped;
import com.partnerbridges.iiko.sync.Watch;

/**
 * Tells a worker that its account is lost, or that its run is not wanted any more: at its next
 * record, and by an interrupt where it waits, be it for a server that is silent.
 */
final class HeartBeat implements Watch, LeaseWatch, AutoCloseable {

  private static final long NO_RUN = -1;

  private final Drain drain;
  private final Thread worker = Thread.currentThread();
  private volatile Stopped.Why stop;
  private long run = NO_RUN;
  private boolean closed;

  HeartBeat(Drain drain) {
    this.drain = drain;
  }

  synchronized void begin(long runId) {
    run = runId;
  }

  /** Whoever cancels it from now on comes too late to interrupt anything. */
  synchronized void end() {
    run = NO_RUN;
    if (stop == Stopped.Why.CANCELLED) {
      stop = null;
      Thread.interrupted();
    }
  }

  @Override
  public void check() {
    if (stop != null) {
      throw stopped();
    }
    if (drain.hasBegun()) {
      throw new Stopped(Stopped.Why.SHUTDOWN);
    }
  }

  /** The interrupt has come by then. */
  private synchronized Stopped stopped() {
    return new Stopped(stop);
  }

  @Override
  public synchronized void over() {
    if (!closed && stop != Stopped.Why.LOST) {
      stop(Stopped.Why.LOST);
    }
  }

  @Override
  public synchronized void cancelled(long runId) {
    if (runId == run && stop == null) {
      stop(Stopped.Why.CANCELLED);
    }
  }

  private void stop(Stopped.Why why) {
    stop = why;
    worker.interrupt();
  }

  /** The worker has nothing more to interrupt. */
  @Override
  public synchronized void close() {
    closed = true;
    if (stop == Stopped.Why.LOST) {
      Thread.interrupted();
    }
  }
}
