package com.partnerbridges.iiko.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps each account below its number of requests in any minute. */
final class Pace {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Deque<Instant>> requests = new ConcurrentHashMap<>();
  private final int most;
  private final Clock clock;
  private final Pauses pauses;

  Pace(int most, Clock clock, Pauses pauses) {
    this.most = most;
    this.clock = clock;
    this.pauses = pauses;
  }

  /** Returns when the account may be called once more. */
  void await(String accountId) {
    for (Duration wait = taken(accountId, most); !wait.isZero(); wait = taken(accountId, most)) {
      pauses.pause(wait);
    }
  }

  /** How long it would be until the account may be called so many times more. */
  Duration pause(String accountId, int more) {
    Instant now = clock.instant();
    Duration[] wait = {Duration.ZERO};
    requests.computeIfPresent(
        accountId,
        (id, calls) -> {
          dropOld(calls, now);
          int tooMany = calls.size() + Math.min(more, most) - most;
          if (tooMany > 0) {
            Instant lastInTheWay = List.copyOf(calls).get(tooMany - 1);
            wait[0] = Duration.between(now, lastInTheWay.plus(WINDOW));
          }
          return calls;
        });
    return wait[0];
  }

  /** Counts a call that must not wait. */
  void count(String accountId) {
    taken(accountId, Integer.MAX_VALUE);
  }

  /** Forgets who was not called in the last minute. */
  void forget() {
    Instant now = clock.instant();
    requests
        .keySet()
        .forEach(
            account ->
                requests.computeIfPresent(
                    account,
                    (id, calls) -> {
                      dropOld(calls, now);
                      return calls.isEmpty() ? null : calls;
                    }));
  }

  /** Zero when the call is counted, else how long to wait before asking again. */
  private Duration taken(String accountId, int most) {
    Instant now = clock.instant();
    Duration[] wait = {Duration.ZERO};
    requests.compute(
        accountId,
        (id, known) -> {
          Deque<Instant> calls = known == null ? new ArrayDeque<>() : known;
          dropOld(calls, now);
          if (calls.size() < most) {
            calls.add(now);
          } else {
            wait[0] = Duration.between(now, calls.getFirst().plus(WINDOW));
          }
          return calls;
        });
    return wait[0];
  }

  /** Also what a clock that was set back has left in the future. */
  private static void dropOld(Deque<Instant> calls, Instant now) {
    calls.removeIf(call -> Duration.between(call, now).abs().compareTo(WINDOW) >= 0);
  }
}
