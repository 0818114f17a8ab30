package com.partnerbridges.shared.job;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.signature.KeySource.FetchedKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Verifies the OpenID Connect token of the scheduler's service account: RS256 by a published key,
 * issuer, audience, times, and the account's verified e-mail address. A token whose key is not
 * among those in hand causes one refetch; while keys cannot be had, nobody can be judged: 503.
 */
@ApplicationScoped
class SchedulerTokens {

  private static final int LEEWAY_SECONDS = 30;

  /** Such tokens live for an hour; a longer life is none that a scheduler was given. */
  private static final int LONGEST_LIFE_SECONDS = 24 * 3600;

  private final JobConfig.Oidc config;
  private final SchedulerKeys keys;
  private final Clock clock;
  private final Vertx vertx;

  SchedulerTokens(JobConfig config, SchedulerKeys keys, Clock clock, Vertx vertx) {
    this.config = config.oidc();
    this.keys = keys;
    this.clock = clock;
    this.vertx = vertx;
  }

  /** Ends with {@link UnknownJobCaller} or a 503 where the token does not prove its bearer. */
  Uni<Void> verify(String token) {
    if (config.audience().isEmpty() || config.email().isEmpty()) {
      return Uni.createFrom().failure(new UnknownJobCaller("unknown token"));
    }
    return Uni.createFrom()
        .deferred(
            () -> {
              String keyId = keyId(token);
              return key(keyId).invoke(key -> check(token, key)).replaceWithVoid();
            });
  }

  private static String keyId(String token) {
    try {
      JsonWebSignature signed = new JsonWebSignature();
      signed.setCompactSerialization(token);
      if (!AlgorithmIdentifiers.RSA_USING_SHA256.equals(signed.getAlgorithmHeaderValue())) {
        throw new UnknownJobCaller("a token that is not signed with RS256");
      }
      return Optional.ofNullable(signed.getKeyIdHeaderValue())
          .orElseThrow(() -> new UnknownJobCaller("a token that names no key"));
    } catch (JoseException malformed) {
      throw new UnknownJobCaller("unknown token");
    }
  }

  private Uni<JsonWebKey> key(String id) {
    return Uni.createFrom()
        .completionStage(keys::inHand)
        .flatMap(
            inHand ->
                find(inHand, id)
                    .map(key -> Uni.createFrom().item(key))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .completionStage(keys::refetched)
                                .map(fresh -> find(fresh, id).orElseThrow(() -> absent(fresh)))))
        // fetched on behalf of another request, maybe
        .emitOn(MutinyHelper.executor(vertx.getOrCreateContext()));
  }

  private static Optional<JsonWebKey> find(Optional<FetchedKey<JsonWebKeySet>> keys, String id) {
    return keys.map(FetchedKey::key)
        .map(set -> set.findJsonWebKey(id, "RSA", null, null))
        .filter(key -> key.getUse() == null || "sig".equals(key.getUse()));
  }

  /** Only keys as they are now tell that a key is not among them. */
  private RuntimeException absent(Optional<FetchedKey<JsonWebKeySet>> keys) {
    return keys.filter(SchedulerKeys.areFresh(clock)).isPresent()
        ? new UnknownJobCaller("a token of an unknown key")
        : Problem.of(503, "KEYS_AWAY", "The issuer's keys cannot be had, so no token is known.")
            .withHeader("Retry-After", "5");
  }

  private void check(String token, JsonWebKey key) {
    JwtClaims claims = claims(token, key);
    boolean verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified"));
    if (!verified || !config.email().get().equals(claims.getClaimValue("email"))) {
      throw new UnknownJobCaller("a token of somebody else");
    }
  }

  private JwtClaims claims(String token, JsonWebKey key) {
    try {
      return new JwtConsumerBuilder()
          .setVerificationKey(key.getKey())
          .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
          .setExpectedIssuer(config.issuer())
          .setExpectedAudience(config.audience().get())
          .setRequireExpirationTime()
          .setRequireIssuedAt()
          .setIssuedAtRestrictions(0, LONGEST_LIFE_SECONDS)
          .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
          .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
          .build()
          .processToClaims(token);
    } catch (InvalidJwtException refused) {
      // its message has the claims in it; the codes are numbers
      throw new UnknownJobCaller("a token that is not valid here " + codes(refused));
    }
  }

  private static String codes(InvalidJwtException refused) {
    return refused.getErrorDetails().stream().map(it -> it.getErrorCode()).toList().toString();
  }
}
