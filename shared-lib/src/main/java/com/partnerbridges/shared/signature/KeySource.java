package com.partnerbridges.shared.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Somebody else's public key, or set of keys, fetched and kept so that neither a rotation nor an
 * outage of the key server refuses what is genuine.
 *
 * <ul>
 *   <li>A key is used for its time to live and then fetched again.
 *   <li>Callers that need a fetch at the same time share one.
 *   <li>A fetch that fails leaves the last good key in use; the next is tried after the refetch
 *       interval. While there has never been a key, once per second is allowed instead, so that a
 *       hiccup at start does not lock deliveries out.
 *   <li>No failure of the fetcher escapes: the answer is then the last good key, or empty.
 * </ul>
 *
 * <p>Never blocks and holds no lock. Answers arrive on the caller's thread when a key is in hand,
 * otherwise on the thread that completes the fetch or its time-out: continue elsewhere if it
 * matters.
 *
 * @param <K> the key, or the set
 */
public class KeySource<K> {

  private static final Duration FIRST_KEY_INTERVAL = Duration.ofSeconds(1);

  private final Fetcher fetcher;
  private final Function<byte[], K> reader;
  private final Clock clock;
  private final Duration timeToLive;
  private final Duration refetchInterval;
  private final Duration fetchTimeout;
  private final AtomicReference<State<K>> state = new AtomicReference<>(State.initial());

  /**
   * @param reader makes the key of what was fetched; what it throws makes the fetch a failed one
   * @param timeToLive how long a fetched key is used without asking again
   * @param refetchInterval least time between the starts of two fetches once there is a key
   * @param fetchTimeout real time after which a fetch counts as failed, whatever the clock says
   */
  public KeySource(
      Fetcher fetcher,
      Function<byte[], K> reader,
      Clock clock,
      Duration timeToLive,
      Duration refetchInterval,
      Duration fetchTimeout) {
    this.fetcher = Objects.requireNonNull(fetcher);
    this.reader = Objects.requireNonNull(reader);
    this.clock = Objects.requireNonNull(clock);
    this.timeToLive = Objects.requireNonNull(timeToLive);
    this.refetchInterval = Objects.requireNonNull(refetchInterval);
    this.fetchTimeout = Objects.requireNonNull(fetchTimeout);
  }

  /** The key in hand while it lives, otherwise what a fetch gives; empty if there never was one. */
  public CompletionStage<Optional<FetchedKey<K>>> key() {
    return answer(false);
  }

  /**
   * Fetches now, unless the last attempt is too recent: then the key in hand is the answer. {@link
   * FetchedKey#fetchedAt()} tells the two apart.
   */
  public CompletionStage<Optional<FetchedKey<K>>> refetch() {
    return answer(true);
  }

  private CompletionStage<Optional<FetchedKey<K>>> answer(boolean evenIfAlive) {
    CompletableFuture<Optional<FetchedKey<K>>> promise = new CompletableFuture<>();
    while (true) {
      State<K> seen = state.get();
      Instant now = clock.instant(); // after the state, so that no time in it lies ahead of now
      if (!evenIfAlive && seen.hasKeyYoungerThan(timeToLive, now)) {
        return CompletableFuture.completedStage(seen.key());
      }
      if (seen.fetching() != null) {
        return seen.fetching().minimalCompletionStage();
      }
      if (seen.attemptedWithin(seen.key().isEmpty() ? FIRST_KEY_INTERVAL : refetchInterval, now)) {
        return CompletableFuture.completedStage(seen.key());
      }
      if (state.compareAndSet(seen, new State<>(seen.key(), now, promise))) {
        fetch().whenComplete((key, failure) -> finish(promise, seen.key(), now, key));
        // a copy, because a caller that cancels must not cancel the others
        return promise.minimalCompletionStage();
      }
    }
  }

  private CompletableFuture<K> fetch() {
    CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    try {
      fetcher
          .fetch()
          .whenComplete(
              (fetched, failure) -> {
                if (failure == null) {
                  bytes.complete(fetched);
                } else {
                  bytes.completeExceptionally(failure);
                }
              });
    } catch (Throwable e) { // even an Error must not leave the callers waiting
      bytes.completeExceptionally(e);
    }
    return bytes.orTimeout(fetchTimeout.toMillis(), TimeUnit.MILLISECONDS).thenApply(reader);
  }

  private void finish(
      CompletableFuture<Optional<FetchedKey<K>>> promise,
      Optional<FetchedKey<K>> before,
      Instant startedAt,
      K fetched) {
    Optional<FetchedKey<K>> key =
        fetched == null ? before : Optional.of(new FetchedKey<>(fetched, startedAt));
    // only the fetch in progress writes, so there is nothing to lose here
    state.set(new State<>(key, startedAt, null));
    promise.complete(key);
  }

  /** Where the key comes from. */
  public interface Fetcher {
    /**
     * Starts one fetch, without blocking, that ends in bounded time.
     *
     * @return the key as it was published; an exception or a failed stage is a failed fetch
     */
    CompletionStage<byte[]> fetch();
  }

  /**
   * @param fetchedAt when the fetch began, so that a slow fetch does not make a key look newer
   */
  public record FetchedKey<K>(K key, Instant fetchedAt) {}

  private record State<K>(
      Optional<FetchedKey<K>> key,
      Instant lastAttempt,
      CompletableFuture<Optional<FetchedKey<K>>> fetching) {

    static <K> State<K> initial() {
      return new State<>(Optional.empty(), Instant.MIN, null);
    }

    boolean hasKeyYoungerThan(Duration age, Instant now) {
      return key.isPresent() && within(age, key.get().fetchedAt(), now);
    }

    boolean attemptedWithin(Duration interval, Instant now) {
      return within(interval, lastAttempt, now);
    }

    /** A time ahead of now is not within: a clock that was set back must not stop the fetching. */
    private static boolean within(Duration span, Instant since, Instant now) {
      Duration age = Duration.between(since, now);
      return !age.isNegative() && age.compareTo(span) < 0;
    }
  }
}
