package com.partnerbridges.xendit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.partnerbridges.shared.edge.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Token buckets by key. Each holds one minute's worth, so that a burst of that many is let through,
 * and fills up evenly. A full bucket is the same as none, so the ones that are not used may be
 * forgotten.
 */
final class Buckets {

  private static final int MOST = 100_000;
  private static final Duration FULL = Duration.ofMinutes(1);

  private final double perMinute;
  private final InstantSource clock;
  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST).build();

  Buckets(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Takes a token, or refuses the request. */
  void demand(String key) {
    Duration wait = take(key);
    if (!wait.isZero()) {
      long seconds = wait.plusMillis(999).toSeconds();
      throw Problem.of(429, "RATE_LIMITED", "That is too often; come back in " + seconds + " s.")
          .withHeader("Retry-After", String.valueOf(seconds));
    }
  }

  /** Takes a token; else says how long it takes until there is one. */
  Duration take(String key) {
    AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
    Instant now = clock.instant();
    buckets
        .asMap()
        .compute(
            key,
            (same, last) -> {
              double tokens = last == null ? perMinute : tokens(last, now);
              if (tokens >= 1) {
                return new Bucket(tokens - 1, now);
              }
              wait.set(untilFilledBy(1 - tokens));
              return new Bucket(tokens, now);
            });
    return wait.get();
  }

  private double tokens(Bucket last, Instant now) {
    double minutes =
        Math.max(0, Duration.between(last.at, now).toMillis()) / (double) FULL.toMillis();
    return Math.min(perMinute, last.tokens + minutes * perMinute);
  }

  private Duration untilFilledBy(double tokens) {
    return Duration.ofMillis((long) Math.ceil(tokens / perMinute * FULL.toMillis()));
  }

  private record Bucket(double tokens, Instant at) {}
}
