package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.shared.signature.KeySource.FetchedKey;
import com.partnerbridges.shared.signature.KeySource.Fetcher;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicKeySourceTest {

  private static final Duration TIME_TO_LIVE = Duration.ofHours(1);
  private static final Duration REFETCH_INTERVAL = Duration.ofSeconds(30);
  private static final Duration NEVER_IN_A_TEST = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(1);

  private final HandClock clock = new HandClock();
  private final KeyServer server = new KeyServer().publishing(Sender.FIRST);
  private final PublicKeySource source = source(server, NEVER_IN_A_TEST);

  @Test
  void keyIsFetchedOnceWithinItsTimeToLive() {
    // Given
    Instant start = clock.instant();
    await(source.key());
    clock.advance(TIME_TO_LIVE.minus(TICK));

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).contains(new FetchedKey<>(Sender.FIRST.publicKey(), start));
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void expiredKeyIsFetchedAgain() {
    // Given
    await(source.key());
    server.publishing(Sender.SECOND);
    clock.advance(TIME_TO_LIVE);

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).contains(new FetchedKey<>(Sender.SECOND.publicKey(), clock.instant()));
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void hundredFirstCallersAtOnceShareOneFetch() {
    // Given
    CompletableFuture<byte[]> pending = server.hang();
    List<CompletableFuture<Optional<FetchedKey<PublicKey>>>> callers =
        Together.call(100, source::key);

    // When
    pending.complete(Sender.FIRST.pem());

    // Then
    assertThat(callers).allSatisfy(caller -> assertThat(await(caller)).isPresent());
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void callerThatCancelsLeavesTheOthersWaiting() {
    // Given
    CompletableFuture<byte[]> pending = server.hang();
    CompletableFuture<Optional<FetchedKey<PublicKey>>> impatient =
        source.key().toCompletableFuture();
    CompletableFuture<Optional<FetchedKey<PublicKey>>> patient = source.key().toCompletableFuture();
    impatient.cancel(true);

    // When
    pending.complete(Sender.FIRST.pem());

    // Then
    assertThat(await(patient)).isPresent();
  }

  @Test
  void keyThatStillLivesIsNotHeldUpByARefetch() {
    // Given
    await(source.key());
    clock.advance(REFETCH_INTERVAL);
    server.hang();
    source.refetch();

    // When
    CompletionStage<Optional<FetchedKey<PublicKey>>> key = source.key();

    // Then
    assertThat(key.toCompletableFuture()).isCompletedWithValueMatching(Optional::isPresent);
  }

  @Test
  void lastGoodKeyIsKeptWhileTheKeyServerIsAwayAndIsAskedForOncePerInterval() {
    // Given an expired key and a failed refresh
    FetchedKey<PublicKey> good = await(source.key()).orElseThrow();
    server.away();
    clock.advance(TIME_TO_LIVE);
    assertThat(await(source.key())).contains(good);

    // When asked again and again for one interval, its end included
    for (int i = 0; i < 4; i++) {
      assertThat(await(source.key())).contains(good);
      assertThat(await(source.refetch())).contains(good);
      clock.advance(REFETCH_INTERVAL.dividedBy(3));
    }

    // Then there was the first fetch, the failed one, and the one at the interval's end
    assertThat(server.fetches()).isEqualTo(3);
  }

  @Test
  void recoveredKeyServerIsSeenAfterTheInterval() {
    // Given
    await(source.key());
    server.away();
    clock.advance(TIME_TO_LIVE);
    await(source.key());
    server.publishing(Sender.SECOND);
    clock.advance(REFETCH_INTERVAL);

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).map(FetchedKey::key).contains(Sender.SECOND.publicKey());
  }

  @Test
  void refetchFetchesOnlyOncePerInterval() {
    // Given
    await(source.key());
    server.publishing(Sender.SECOND);
    clock.advance(REFETCH_INTERVAL.minus(TICK));

    // When
    Optional<FetchedKey<PublicKey>> early = await(source.refetch());
    clock.advance(TICK);
    Optional<FetchedKey<PublicKey>> due = await(source.refetch());

    // Then
    assertThat(early).map(FetchedKey::key).contains(Sender.FIRST.publicKey());
    assertThat(due).map(FetchedKey::key).contains(Sender.SECOND.publicKey());
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void firstKeyIsTriedForOncePerSecond() {
    // Given
    server.away();
    assertThat(await(source.key())).isEmpty();
    clock.advance(Duration.ofMillis(999));
    assertThat(await(source.key())).isEmpty();
    assertThat(await(source.refetch())).isEmpty();
    assertThat(server.fetches()).isEqualTo(1);
    server.publishing(Sender.FIRST);
    clock.advance(TICK);

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).isPresent();
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void clockThatIsSetBackDoesNotStopTheFetching() {
    // Given
    await(source.key());
    server.publishing(Sender.SECOND);
    clock.advance(Duration.ofDays(-1));

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).contains(new FetchedKey<>(Sender.SECOND.publicKey(), clock.instant()));
  }

  @Test
  void fetchThatHangsEndsAtTheTimeout() {
    // Given
    CompletableFuture<byte[]> pending = server.hang();
    PublicKeySource impatient = source(server, Duration.ofMillis(20));
    Optional<FetchedKey<PublicKey>> timedOut = await(impatient.key());

    // When the answer comes after all
    pending.complete(Sender.FIRST.pem());

    // Then it is too late, and the next attempt is another fetch
    assertThat(timedOut).isEmpty();
    assertThat(await(impatient.key())).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(await(impatient.key())).isPresent();
    assertThat(server.fetches()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("badFetchers")
  void noFailureOfTheFetcherEscapes(Fetcher bad) {
    // Given
    PublicKeySource unlucky = source(bad, NEVER_IN_A_TEST);

    // When
    Optional<FetchedKey<PublicKey>> key = await(unlucky.key());

    // Then
    assertThat(key).isEmpty();
  }

  static List<Named<Fetcher>> badFetchers() {
    return List.of(
        Named.of(
            "throws",
            () -> {
              throw new IllegalStateException("no route");
            }),
        Named.of(
            "throws an Error",
            () -> {
              throw new NoClassDefFoundError("client");
            }),
        Named.of("no stage", () -> null),
        Named.of("failed stage", new KeyServer().away()),
        Named.of("no bytes", serving(null)),
        Named.of("empty", serving(new byte[0])),
        Named.of("a page", serving("<html>Sign in</html>".getBytes(US_ASCII))),
        Named.of("no key inside", serving(pem("AAAA"))),
        Named.of("not Base64", serving(pem("A=A="))),
        Named.of("elliptic", new KeyServer().publishing(Sender.withKey("EC", 256))),
        Named.of("1024 bits", new KeyServer().publishing(Sender.withKey("RSA", 1024))),
        Named.of("more than 16 KiB", serving(padded(Sender.FIRST.pem(), 16 * 1024 + 1))));
  }

  @Test
  void textAroundThePemIsAllowedUpToTheSizeLimit() {
    // Given
    PublicKeySource source =
        source(serving(padded(Sender.FIRST.pem(), 16 * 1024)), NEVER_IN_A_TEST);

    // When
    Optional<FetchedKey<PublicKey>> key = await(source.key());

    // Then
    assertThat(key).map(FetchedKey::key).contains(Sender.FIRST.publicKey());
  }

  private PublicKeySource source(Fetcher fetcher, Duration fetchTimeout) {
    return new PublicKeySource(fetcher, clock, TIME_TO_LIVE, REFETCH_INTERVAL, fetchTimeout);
  }

  private static Fetcher serving(byte[] bytes) {
    return () -> CompletableFuture.completedStage(bytes);
  }

  private static byte[] pem(String base64) {
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----")
        .getBytes(US_ASCII);
  }

  private static byte[] padded(byte[] pem, int length) {
    return (" ".repeat(length - pem.length) + new String(pem, US_ASCII)).getBytes(US_ASCII);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
