package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.sync.Patience;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.MDC;

/**
 * The threads that accounts are worked on with, each one account after the other until none is due.
 * No account is claimed that no thread is free for.
 */
@ApplicationScoped
class Workers {

  private static final String ACCOUNT = "account";

  private final WorkRepository runs;
  private final AccountWork work;
  private final Patience patience;
  private final Drain drain;
  private final RunLog log;
  private final Semaphore free;
  private final ExecutorService threads;
  private final Set<String> accounts = ConcurrentHashMap.newKeySet();
  private final Set<CompletableFuture<Integer>> underWay = ConcurrentHashMap.newKeySet();

  Workers(
      WorkRepository runs,
      AccountWork work,
      Patience patience,
      Drain drain,
      RunLog log,
      IikoConfig config) {
    this.runs = runs;
    this.work = work;
    this.patience = patience;
    this.drain = drain;
    this.log = log;
    free = new Semaphore(config.sync().accountsAtOnce());
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sync");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Gives work to threads that are free. */
  Uni<Void> wake() {
    int most = free.availablePermits();
    return drain.hasBegun() || most == 0
        ? Uni.createFrom().voidItem()
        : runs.due(accounts, most).invoke(due -> due.forEach(this::start)).replaceWithVoid();
  }

  /** How many runs those came to who are at work now, when they are done. */
  Uni<Integer> idle() {
    List<CompletableFuture<Integer>> all = List.copyOf(underWay);
    return Uni.createFrom()
        .completionStage(() -> CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
        .map(done -> all.stream().mapToInt(CompletableFuture::join).sum());
  }

  private void start(String account) {
    if (!free.tryAcquire()) {
      return;
    }
    if (!accounts.add(account)) {
      free.release();
      return;
    }
    CompletableFuture<Integer> end = new CompletableFuture<>();
    underWay.add(end);
    threads.execute(
        () -> {
          drain.enter(Thread.currentThread());
          int done = 0;
          try {
            done = oneAfterTheOther(account);
          } finally {
            drain.leave(Thread.currentThread());
            free.release();
            underWay.remove(end);
            end.complete(done);
          }
        });
  }

  private int oneAfterTheOther(String first) {
    int done = 0;
    Set<String> tried = new HashSet<>();
    Optional<String> account = Optional.of(first);
    while (account.isPresent()) {
      tried.add(account.get());
      done += workOff(account.get());
      account = next(tried);
    }
    return done;
  }

  private int workOff(String account) {
    MDC.put(ACCOUNT, account);
    try {
      return work.workOff(account);
    } catch (RuntimeException failure) {
      log.away("account left until its lease runs out", failure);
      return 0;
    } finally {
      accounts.remove(account);
      MDC.remove(ACCOUNT);
    }
  }

  private Optional<String> next(Set<String> tried) {
    if (drain.hasBegun()) {
      return Optional.empty();
    }
    Set<String> butNot = new HashSet<>(accounts);
    butNot.addAll(tried);
    try {
      return patience.await(runs.due(butNot, 1)).stream().findFirst().filter(accounts::add);
    } catch (RuntimeException away) {
      log.away("no further account", away);
      return Optional.empty();
    }
  }

  @PreDestroy
  void end() {
    threads.shutdown();
  }
}
