package com.partnerbridges.iiko.log;

import com.partnerbridges.shared.database.DatabaseChannel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Who follows which run. The database announces every move of a run, on whichever instance; should
 * an announcement be lost, a look after {@link #LOOK_AGAIN} finds out.
 */
@ApplicationScoped
class RunWatch {

  static final int MOST = 500;
  static final int MOST_OF_AN_ACCOUNT = 20;

  private static final String CHANNEL = "iiko_run";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Set<Follower> followers = new HashSet<>();
  private final DatabaseChannel channel;
  private volatile boolean closing;

  RunWatch(DatabaseChannel channel) {
    this.channel = channel;
  }

  /** Somebody who follows a run. */
  static final class Follower {

    private final String accountId;
    private final String runId;
    private CompletableFuture<Void> moved = new CompletableFuture<>();
    private boolean missed;

    private Follower(String accountId, long runId) {
      this.accountId = accountId;
      this.runId = Long.toString(runId);
    }

    /** When the run has moved since the last time, or may have. */
    Uni<Void> moved() {
      return Uni.createFrom()
          .completionStage(this::next)
          .ifNoItem()
          .after(LOOK_AGAIN)
          .recoverWithItem((Void) null);
    }

    private synchronized CompletableFuture<Void> next() {
      moved = missed ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
      missed = false;
      return moved;
    }

    /** Nobody waits while the run is looked at: that move must not be forgotten. */
    private synchronized void wake() {
      missed = !moved.complete(null);
    }
  }

  void listen(@Observes StartupEvent started) {
    channel.listen(CHANNEL, this::announce);
  }

  synchronized boolean isFullFor(String accountId) {
    return closing
        || followers.size() >= MOST
        || followers.stream().filter(it -> it.accountId.equals(accountId)).count()
            >= MOST_OF_AN_ACCOUNT;
  }

  /** Empty when no place is left. */
  synchronized Optional<Follower> begin(String accountId, long runId) {
    if (isFullFor(accountId)) {
      return Optional.empty();
    }
    Follower follower = new Follower(accountId, runId);
    followers.add(follower);
    return Optional.of(follower);
  }

  synchronized void end(Follower follower) {
    followers.remove(follower);
  }

  /** How many there are. */
  synchronized int count() {
    return followers.size();
  }

  boolean isClosing() {
    return closing;
  }

  void announce(String runId) {
    all().stream().filter(follower -> follower.runId.equals(runId)).forEach(Follower::wake);
  }

  private synchronized List<Follower> all() {
    return List.copyOf(followers);
  }

  /** Nobody is cut off in the middle of an event. */
  void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
    closing = true;
    all().forEach(Follower::wake);
  }
}
