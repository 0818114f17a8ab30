package com.partnerbridges.shared.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.shared.edge.Problem;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTokensTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final KeyIssuer issuer = new KeyIssuer();
  private Instant now = START;
  private final SchedulerTokens tokens = tokens(settings());

  @AfterEach
  void close() {
    issuer.close();
  }

  @AfterAll
  static void end() {
    VERTX.close();
  }

  @Test
  void theSchedulersTokenIsGood() {
    String token = issuer.token(now);

    assertThatCode(() -> verify(token)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {-29, 0, 3629})
  void clocksMayDifferALittle(int secondsAfterIssue) {
    String token = issuer.token(START);
    now = START.plusSeconds(secondsAfterIssue);

    assertThatCode(() -> verify(token)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {-31, 3631})
  void aTokenHasItsTime(int secondsAfterIssue) {
    String token = issuer.token(START);
    now = START.plusSeconds(secondsAfterIssue);

    assertUnknown(token);
  }

  static Stream<Consumer<JwtClaims>> aTokenForAnotherOrBySomebodyElseIsUnknown() {
    return Stream.of(
        claims -> claims.setIssuer("https://accounts.elsewhere.example"),
        claims -> claims.unsetClaim("iss"),
        claims -> claims.setAudience("https://other.example"),
        claims -> claims.setAudience(KeyIssuer.AUDIENCE + "/"),
        claims -> claims.unsetClaim("aud"),
        claims -> claims.setClaim("email", "somebody@project.iam.gserviceaccount.com"),
        claims -> claims.setClaim("email", List.of(KeyIssuer.EMAIL)),
        claims -> claims.unsetClaim("email"),
        claims -> claims.setClaim("email_verified", false),
        claims -> claims.setClaim("email_verified", "true"),
        claims -> claims.unsetClaim("email_verified"),
        claims -> claims.unsetClaim("exp"),
        claims -> claims.unsetClaim("iat"),
        claims -> claims.setIssuedAt(NumericDate.fromSeconds(START.getEpochSecond() - 100_000)));
  }

  @ParameterizedTest
  @MethodSource
  void aTokenForAnotherOrBySomebodyElseIsUnknown(Consumer<JwtClaims> otherwise) {
    assertUnknown(issuer.token(now, otherwise));
  }

  static Stream<Consumer<JsonWebSignature>> onlyRs256ByAPublishedKeyIsASignature() {
    return Stream.of(
        signed -> signed.setKey(KeyIssuer.newKey("first").getPrivateKey()),
        signed -> signed.setAlgorithmHeaderValue("RS512"),
        signed -> signed.setAlgorithmHeaderValue("PS256"),
        signed -> signed.setKeyIdHeaderValue("second"),
        signed -> signed.getHeaders().setStringHeaderValue("kid", null),
        signed -> {
          signed.setAlgorithmHeaderValue("HS256");
          signed.setKey(new HmacKey(new byte[32]));
        },
        signed -> {
          signed.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
          signed.setAlgorithmHeaderValue("none");
          signed.setKey(null);
        });
  }

  @ParameterizedTest
  @MethodSource
  void onlyRs256ByAPublishedKeyIsASignature(Consumer<JsonWebSignature> signing) {
    assertUnknown(issuer.token(now, claims -> {}, signing));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "a.b.c", "...", "a.b.c.d.e", "\u00e9.\u00e9.\u00e9"})
  void garbageIsUnknown(String garbage) {
    assertUnknown(garbage);
  }

  @Test
  void claimsThatWereChangedAreUnknown() {
    String[] parts =
        issuer.token(now, claims -> claims.setClaim("email", "x@y.example")).split("\\.");
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("x@y.example", KeyIssuer.EMAIL);
    String changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));

    assertUnknown(parts[0] + "." + changed + "." + parts[2]);
  }

  @Test
  void keysAreFetchedOnceForManyTokens() {
    for (int i = 0; i < 5; i++) {
      verify(issuer.token(now));
    }

    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void aNewKeyIsFoundWhenItIsNamed() {
    verify(issuer.token(now));
    issuer.changeKeyTo("second");
    now = now.plusSeconds(31);

    verify(issuer.token(now));

    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void tokensOfUnknownKeysDoNotMakeUsFetchAllTheTime() {
    verify(issuer.token(now));
    now = now.plusSeconds(31);
    for (int i = 0; i < 5; i++) {
      String id = "unknown-" + i;
      assertUnknown(issuer.token(now, claims -> {}, signed -> signed.setKeyIdHeaderValue(id)));
    }

    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void withoutKeysNobodyIsJudged() {
    issuer.goAway();

    assertAway(issuer.token(now));

    issuer.comeBack();
    now = now.plusSeconds(2);
    verify(issuer.token(now));
  }

  @Test
  void whileKeysAreAwayThoseInHandServeAndOthersAreNotJudged() {
    verify(issuer.token(now));
    issuer.goAway();
    now = now.plus(Duration.ofHours(2));

    verify(issuer.token(now));
    issuer.changeKeyTo("second");
    assertAway(issuer.token(now));
  }

  @Test
  void withoutSettingsNoTokenIsGood() {
    Map<String, String> without = new HashMap<>(settings());
    without.remove("partner-bridges.jobs.oidc.email");

    assertThatThrownBy(
            () -> tokens(without).verify(issuer.token(now)).await().atMost(Duration.ofSeconds(9)))
        .isInstanceOf(UnknownJobCaller.class);
    assertThat(issuer.fetches()).isZero();
  }

  private void verify(String token) {
    tokens.verify(token).await().atMost(Duration.ofSeconds(9));
  }

  private void assertUnknown(String token) {
    assertThatThrownBy(() -> verify(token))
        .isInstanceOf(UnknownJobCaller.class)
        .message()
        .doesNotContain(KeyIssuer.EMAIL, KeyIssuer.AUDIENCE, "@");
  }

  private void assertAway(String token) {
    Problem problem = catchThrowableOfType(Problem.class, () -> verify(token));
    assertThat(problem.code()).isEqualTo("KEYS_AWAY");
    assertThat(problem.status()).isEqualTo(503);
  }

  private Map<String, String> settings() {
    return Map.of(
        "partner-bridges.jobs.oidc.audience", KeyIssuer.AUDIENCE,
        "partner-bridges.jobs.oidc.email", KeyIssuer.EMAIL,
        "partner-bridges.jobs.oidc.issuer", KeyIssuer.ISSUER,
        "partner-bridges.jobs.oidc.keys", issuer.url());
  }

  private SchedulerTokens tokens(Map<String, String> settings) {
    JobConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(JobConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(JobConfig.class);
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    return new SchedulerTokens(config, new SchedulerKeys(config, VERTX, clock), clock, VERTX);
  }
}
