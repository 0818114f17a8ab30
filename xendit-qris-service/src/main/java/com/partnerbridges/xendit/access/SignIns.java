package com.partnerbridges.xendit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.AtlasGateway;
import com.partnerbridges.xendit.gateway.AtlasOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Atlas said about tokens, remembered under their hashes. A good answer is believed for a few
 * seconds, and somewhat longer while Atlas is away, so that an outage logs nobody out.
 */
@ApplicationScoped
class SignIns {

  private static final int MOST = 10_000;

  private final AtlasGateway atlas;
  private final Clock clock;
  private final Duration fresh;
  private final Duration usable;
  private final Cache<String, Remembered> remembered =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final Map<String, Uni<AtlasOutcome>> asked = new ConcurrentHashMap<>();

  SignIns(AtlasGateway atlas, XenditConfig config, Clock clock) {
    this.atlas = atlas;
    this.clock = clock;
    this.fresh = config.atlas().cache();
    this.usable = config.atlas().cacheWhenAway();
  }

  /**
   * Atlas's answer, or the last good one as long as it may stand in.
   *
   * @param stranger runs before Atlas is asked about a token that it has not vouched for; may throw
   */
  Uni<AtlasOutcome> of(String token, Runnable stranger) {
    String key = HexFormat.of().formatHex(Sha256.digest(token));
    Remembered last = remembered.getIfPresent(key);
    if (last != null && last.askAgain().isAfter(clock.instant())) {
      return Uni.createFrom().item(last.person());
    }
    if (last == null) {
      stranger.run();
    }
    // who asks meanwhile waits for the same answer
    return asked.computeIfAbsent(
        key,
        absent ->
            Uni.createFrom()
                .deferred(() -> atlas.whoIs(token))
                .map(outcome -> settle(key, outcome))
                .onTermination()
                .invoke(() -> asked.remove(key))
                .memoize()
                .indefinitely());
  }

  private AtlasOutcome settle(String key, AtlasOutcome outcome) {
    Instant now = clock.instant();
    Remembered last = remembered.getIfPresent(key);
    if (outcome instanceof AtlasOutcome.Known person) {
      remembered.put(key, new Remembered(person, now, now.plus(fresh)));
    } else if (outcome instanceof AtlasOutcome.Away
        && last != null
        && last.said().plus(usable).isAfter(now)) {
      // or every request would wait for Atlas's time-out first
      remembered.put(key, new Remembered(last.person(), last.said(), now.plus(fresh)));
      return last.person();
    } else {
      remembered.invalidate(key);
    }
    return outcome;
  }

  private record Remembered(AtlasOutcome.Known person, Instant said, Instant askAgain) {}
}
