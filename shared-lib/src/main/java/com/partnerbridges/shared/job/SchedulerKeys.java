package com.partnerbridges.shared.job;

import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.shared.signature.KeySource;
import com.partnerbridges.shared.signature.KeySource.FetchedKey;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that the issuer of the scheduler's tokens publishes. */
@Startup // its client is a partner's: made at the start
@ApplicationScoped
class SchedulerKeys {

  private static final Duration TIME_TO_LIVE = Duration.ofHours(1);

  /** However many tokens name unknown keys, the keys are fetched no more often. */
  private static final Duration REFETCH_INTERVAL = Duration.ofSeconds(30);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration FETCH_LIMIT = Duration.ofSeconds(5);
  private static final int LARGEST = 64 * 1024;

  private final KeySource<JsonWebKeySet> source;

  SchedulerKeys(JobConfig config, Vertx vertx, Clock clock) {
    PartnerHttp http = new PartnerHttp(vertx, CONNECT_LIMIT, FETCH_LIMIT, LARGEST);
    URI address = config.oidc().keys().uri();
    source =
        new KeySource<>(
            () -> http.get(address, Map.of()).map(SchedulerKeys::body).subscribeAsCompletionStage(),
            SchedulerKeys::read,
            clock,
            TIME_TO_LIVE,
            REFETCH_INTERVAL,
            FETCH_LIMIT);
  }

  CompletionStage<Optional<FetchedKey<JsonWebKeySet>>> inHand() {
    return source.key();
  }

  /** Not when that was done a moment ago. */
  CompletionStage<Optional<FetchedKey<JsonWebKeySet>>> refetched() {
    return source.refetch();
  }

  /** As they are now, as far as one can know without asking all the time. */
  static Predicate<FetchedKey<JsonWebKeySet>> areFresh(Clock clock) {
    return keys -> !clock.instant().isAfter(keys.fetchedAt().plus(REFETCH_INTERVAL));
  }

  private static byte[] body(Reply reply) {
    if (reply.status() != 200) {
      throw new IllegalStateException("HTTP " + reply.status() + " for the keys");
    }
    return reply.body();
  }

  private static JsonWebKeySet read(byte[] json) {
    try {
      return new JsonWebKeySet(new String(json, StandardCharsets.UTF_8));
    } catch (JoseException malformed) {
      throw new IllegalStateException("no key set", malformed);
    }
  }
}
