package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.database.DatabaseChannel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Holds questions for a status until the transaction has moved, on whichever instance: the database
 * announces every move. Should an announcement be lost with its connection, one question a round
 * for all that wait finds out.
 */
@ApplicationScoped
class TransactionWatch {

  private static final String CHANNEL = "photobox_transactions";
  private static final long ROUND_MILLIS = 2000;
  private static final int MOST_WAITING = 5000;

  private final Map<String, Queue<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final TransactionRepository transactions;
  private final DatabaseChannel channel;
  private volatile boolean closing;

  TransactionWatch(TransactionRepository transactions, DatabaseChannel channel, Vertx vertx) {
    this.transactions = transactions;
    this.channel = channel;
    vertx.setPeriodic(ROUND_MILLIS, timer -> round());
  }

  void listen(@Observes StartupEvent started) {
    channel.listen(CHANNEL, this::wake);
  }

  /**
   * The answer to a question, held back while the transaction is pending, at most for the limit.
   * Waiting begins before the first look, so that no move falls in between.
   */
  Uni<Transaction> settled(String externalId, Supplier<Uni<Transaction>> look, Duration limit) {
    if (limit.isZero() || closing || count.get() >= MOST_WAITING) {
      return look.get();
    }
    return Uni.createFrom()
        .deferred(
            () -> {
              CompletableFuture<Void> moved = begin(externalId);
              return look.get()
                  .flatMap(first -> first.isPending() ? after(moved, limit, look) : item(first))
                  .onTermination()
                  .invoke(() -> end(externalId, moved));
            });
  }

  /** How many answers are held. */
  int waiting() {
    return count.get();
  }

  private static Uni<Transaction> after(
      CompletableFuture<Void> moved, Duration limit, Supplier<Uni<Transaction>> look) {
    return Uni.createFrom()
        .completionStage(moved)
        .ifNoItem()
        .after(limit)
        .recoverWithItem((Void) null)
        .flatMap(ended -> look.get());
  }

  private static Uni<Transaction> item(Transaction transaction) {
    return Uni.createFrom().item(transaction);
  }

  private CompletableFuture<Void> begin(String externalId) {
    CompletableFuture<Void> moved = new CompletableFuture<>();
    count.incrementAndGet();
    waiting.compute(
        externalId,
        (id, others) -> {
          Queue<CompletableFuture<Void>> all =
              others == null ? new ConcurrentLinkedQueue<>() : others;
          all.add(moved);
          return all;
        });
    return moved;
  }

  private void end(String externalId, CompletableFuture<Void> moved) {
    count.decrementAndGet();
    waiting.computeIfPresent(
        externalId,
        (id, all) -> {
          all.remove(moved);
          return all.isEmpty() ? null : all;
        });
  }

  private void wake(String externalId) {
    Queue<CompletableFuture<Void>> all = waiting.remove(externalId);
    if (all != null) {
      all.forEach(moved -> moved.complete(null));
    }
  }

  private void round() {
    if (waiting.isEmpty() || !asking.compareAndSet(false, true)) {
      return;
    }
    transactions
        .settled(List.copyOf(waiting.keySet()))
        .onTermination()
        .invoke(() -> asking.set(false))
        .subscribe()
        .with(settled -> settled.forEach(this::wake), databaseAway -> {});
  }

  /** Who waits is answered before the instance goes. */
  void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
    closing = true;
    List.copyOf(waiting.keySet()).forEach(this::wake);
  }
}
