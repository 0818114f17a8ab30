package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.UtopiaConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The end of an instance: it begins nothing more, and waits for the calls that are under way, since
 * what became of a call that was cut off is for a person to find out.
 */
@ApplicationScoped
class Drain {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Duration longestCall;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean begun;

  Drain(UtopiaConfig config) {
    longestCall = config.powercode().calls().readTimeout();
  }

  boolean hasBegun() {
    return begun;
  }

  <T> Uni<T> waitsFor(Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              underWay.incrementAndGet();
              return work.onTermination().invoke(underWay::decrementAndGet);
            });
  }

  void end(@Observes ShutdownEvent stopping) {
    begun = true;
    long latest = System.nanoTime() + longestCall.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < latest) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
