package com.partnerbridges.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RsaWebhookVerifierTest {

  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Duration PAST_FRESH = INTERVAL.plusMillis(1);
  private static final byte[] BODY = "{\"orderId\":\"A-1\"}".getBytes(UTF_8);

  private final HandClock clock = new HandClock();
  private final KeyServer server = new KeyServer().publishing(Sender.FIRST);
  private final RsaWebhookVerifier verifier =
      new RsaWebhookVerifier(
          new PublicKeySource(server, clock, Duration.ofHours(1), INTERVAL, Duration.ofMinutes(1)),
          new TimestampedRsaSignature(clock, Duration.ofHours(24)),
          clock,
          INTERVAL);

  @Test
  void genuineDeliveriesNeedOneFetch() {
    // Given
    deliver(Sender.FIRST);
    clock.advance(Duration.ofMinutes(59));

    // When
    Verdict verdict = deliver(Sender.FIRST);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void headersThatNeedNoKeyAskForNone() {
    // Given
    String timestamp = Long.toString(clock.millis());
    String longAgo = Long.toString(clock.millis() - Duration.ofDays(2).toMillis());

    // When
    List<Verdict> verdicts =
        Stream.of(
                verifier.verify(BODY, null, timestamp),
                verifier.verify(BODY, "%", timestamp),
                verifier.verify(BODY, Sender.FIRST.sign(BODY, longAgo), longAgo))
            .map(RsaWebhookVerifierTest::await)
            .toList();

    // Then
    assertThat(verdicts).containsExactly(Verdict.MISSING, Verdict.MALFORMED, Verdict.STALE);
    assertThat(server.fetches()).isZero();
  }

  @Test
  void keyThatCouldNeverBeHadIsNoKey() {
    // Given
    server.away();

    // When
    Verdict verdict = deliver(Sender.FIRST);

    // Then
    assertThat(verdict).isEqualTo(Verdict.NO_KEY);
  }

  @Test
  void forgeryIsWrongAgainstAFreshKeyWithoutARefetch() {
    // Given a key fetched exactly as long ago as still counts as fresh
    deliver(Sender.FIRST);
    clock.advance(INTERVAL);

    // When
    Verdict verdict = deliver(Sender.SECOND);

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void rotatedKeyIsFoundWithOneRefetch() {
    // Given
    deliver(Sender.FIRST);
    server.publishing(Sender.SECOND);
    clock.advance(PAST_FRESH);

    // When
    Verdict verdict = deliver(Sender.SECOND);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void forgeryAgainstAnOldKeyIsWrongAfterOneRefetch() {
    // Given
    deliver(Sender.FIRST);
    clock.advance(PAST_FRESH);

    // When
    Verdict verdict = deliver(Sender.SECOND);

    // Then
    assertThat(verdict).isEqualTo(Verdict.WRONG);
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void deliveryWithANewKeyIsUndecidedWhileTheKeyServerIsAwayAndValidOnceItIsBack() {
    // Given
    deliver(Sender.FIRST);
    server.away();
    clock.advance(PAST_FRESH);

    // When
    Verdict refetchFailed = deliver(Sender.SECOND);
    server.publishing(Sender.SECOND);
    Verdict refetchForbidden = deliver(Sender.SECOND);
    clock.advance(INTERVAL);
    Verdict redelivered = deliver(Sender.SECOND);

    // Then
    assertThat(List.of(refetchFailed, refetchForbidden, redelivered))
        .containsExactly(Verdict.UNDECIDED, Verdict.UNDECIDED, Verdict.VALID);
    assertThat(server.fetches()).isEqualTo(3);
  }

  @Test
  void lastGoodKeyStillVerifiesWhileTheKeyServerIsAway() {
    // Given
    deliver(Sender.FIRST);
    server.away();
    clock.advance(Duration.ofDays(3));

    // When
    Verdict verdict = deliver(Sender.FIRST);

    // Then
    assertThat(verdict).isEqualTo(Verdict.VALID);
  }

  @Test
  void hundredDeliveriesAtOnceWithANewKeyCauseOneRefetch() {
    // Given
    deliver(Sender.FIRST);
    clock.advance(PAST_FRESH);
    CompletableFuture<byte[]> pending = server.hang();
    List<CompletableFuture<Verdict>> deliveries = Together.call(100, () -> verify(Sender.SECOND));

    // When
    pending.complete(Sender.SECOND.pem());

    // Then
    assertThat(deliveries).extracting(RsaWebhookVerifierTest::await).containsOnly(Verdict.VALID);
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void floodOfForgeriesCausesAtMostOneFetchPerInterval() {
    // Given
    deliver(Sender.FIRST);

    // When 1,000 forgeries arrive over 500 s, two a second
    List<Verdict> verdicts =
        IntStream.range(0, 1000)
            .mapToObj(
                i -> {
                  clock.advance(Duration.ofMillis(500));
                  return deliver(Sender.SECOND);
                })
            .toList();

    // Then one fetch at the start and one each 30.5 s, the first moment that a key is not fresh
    assertThat(verdicts).containsOnly(Verdict.WRONG);
    assertThat(server.fetches()).isEqualTo(1 + 16);
  }

  private Verdict deliver(Sender sender) {
    return await(verify(sender));
  }

  private CompletionStage<Verdict> verify(Sender sender) {
    String timestamp = Long.toString(clock.millis());
    return verifier.verify(BODY, sender.sign(BODY, timestamp), timestamp);
  }

  private static Verdict await(CompletionStage<Verdict> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
