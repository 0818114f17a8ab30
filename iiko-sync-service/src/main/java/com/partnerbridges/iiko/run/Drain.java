package com.partnerbridges.iiko.run;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of an instance: it begins nothing more, and its workers stop at their next record, log
 * out and leave their runs to others. Who waits for a silent server is woken after half the time.
 */
@ApplicationScoped
class Drain {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private final Duration limit;
  private volatile boolean begun;

  Drain(@ConfigProperty(name = "quarkus.shutdown.timeout") Duration limit) {
    this.limit = limit;
  }

  boolean hasBegun() {
    return begun;
  }

  void enter(Thread worker) {
    workers.add(worker);
  }

  void leave(Thread worker) {
    workers.remove(worker);
  }

  void end(@Observes ShutdownEvent stopping) {
    begun = true;
    awaitWorkers(limit.dividedBy(2));
    workers.forEach(Thread::interrupt);
    awaitWorkers(limit.dividedBy(2));
  }

  private void awaitWorkers(Duration longest) {
    long latest = System.nanoTime() + longest.toNanos();
    while (!workers.isEmpty() && System.nanoTime() < latest) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
