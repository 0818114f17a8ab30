package com.partnerbridges.iute.payment;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Holds questions for a status until it changes. However many wait, one question a round goes to
 * the database, so it does not matter which instance moved the payment.
 */
@ApplicationScoped
class PaymentWatch {

  private static final long ROUND_MILLIS = 300;
  private static final int MOST_WAITING = 2000;

  private record Waiting(
      String orderId, PaymentStatus known, long until, UniEmitter<? super Void> done) {}

  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final PaymentRepository payments;
  private volatile boolean closing;

  PaymentWatch(PaymentRepository payments, Vertx vertx) {
    this.payments = payments;
    vertx.setPeriodic(ROUND_MILLIS, timer -> round());
  }

  /** Completes when the status is no longer the known one, or the time is over. */
  Uni<Void> change(String orderId, PaymentStatus known, Duration limit) {
    if (limit.isZero() || closing || waiting.size() >= MOST_WAITING) {
      return Uni.createFrom().voidItem();
    }
    long until = System.nanoTime() + limit.toNanos();
    return Uni.createFrom()
        .emitter(
            done -> {
              Waiting entry = new Waiting(orderId, known, until, done);
              done.onTermination(() -> waiting.remove(entry));
              waiting.add(entry);
            });
  }

  private void round() {
    waiting.stream()
        .filter(entry -> closing || entry.until() - System.nanoTime() <= 0)
        .forEach(this::finish);
    if (waiting.isEmpty() || !asking.compareAndSet(false, true)) {
      return;
    }
    Set<String> orders = waiting.stream().map(Waiting::orderId).collect(Collectors.toSet());
    payments.statuses(orders).subscribe().with(this::compare, databaseAway -> asking.set(false));
  }

  private void compare(Map<String, PaymentStatus> now) {
    asking.set(false);
    waiting.stream()
        .filter(entry -> now.containsKey(entry.orderId()))
        .filter(entry -> now.get(entry.orderId()) != entry.known())
        .forEach(this::finish);
  }

  private void finish(Waiting entry) {
    if (waiting.remove(entry)) {
      entry.done().complete(null);
    }
  }

  /** Who waits is answered before the instance goes. */
  void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
    closing = true;
  }
}
