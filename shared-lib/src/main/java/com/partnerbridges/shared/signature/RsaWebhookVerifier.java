package com.partnerbridges.shared.signature;

import com.partnerbridges.shared.signature.KeySource.FetchedKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Judges deliveries signed as {@link TimestampedRsaSignature} describes with the key of a {@link
 * PublicKeySource}, so that no genuine delivery is refused for good while the sender changes keys
 * or its key server is away.
 *
 * <p>A delivery is WRONG only when it was checked against a key fetched within {@code freshness}.
 * One that does not verify against an older key causes one refetch; when that is not allowed yet,
 * or fails, the answer is UNDECIDED. However many forged deliveries arrive, the key is fetched no
 * more often than the source allows.
 */
public final class RsaWebhookVerifier {

  private final PublicKeySource keys;
  private final TimestampedRsaSignature signature;
  private final Clock clock;
  private final Duration freshness;

  /**
   * @param freshness greatest age of a key that may refuse a delivery. Choose at least the source's
   *     refetch interval, or forged deliveries are UNDECIDED in between.
   */
  public RsaWebhookVerifier(
      PublicKeySource keys, TimestampedRsaSignature signature, Clock clock, Duration freshness) {
    this.keys = Objects.requireNonNull(keys);
    this.signature = Objects.requireNonNull(signature);
    this.clock = Objects.requireNonNull(clock);
    this.freshness = Objects.requireNonNull(freshness);
  }

  /**
   * Never blocks and never fails. MISSING, MALFORMED and STALE are answered without the key.
   *
   * @param body the body exactly as received
   * @param signatureBase64 signature header, may be null
   * @param epochMillis timestamp header, may be null
   * @return any {@link Verdict}; see {@link PublicKeySource} for the thread it arrives on
   */
  public CompletionStage<Verdict> verify(byte[] body, String signatureBase64, String epochMillis) {
    Optional<Verdict> refusal = signature.judgeHeaders(signatureBase64, epochMillis);
    if (refusal.isPresent()) {
      return CompletableFuture.completedStage(refusal.get());
    }
    return keys.key()
        .thenCompose(
            inHand -> {
              Verdict verdict = judge(inHand, body, signatureBase64, epochMillis);
              return verdict == Verdict.UNDECIDED
                  ? keys.refetch()
                      .thenApply(newer -> judge(newer, body, signatureBase64, epochMillis))
                  : CompletableFuture.completedStage(verdict);
            });
  }

  private Verdict judge(
      Optional<FetchedKey<PublicKey>> fetched,
      byte[] body,
      String signatureBase64,
      String epochMillis) {
    if (fetched.isEmpty()) {
      return Verdict.NO_KEY;
    }
    Verdict verdict = signature.verify(fetched.get().key(), body, signatureBase64, epochMillis);
    return verdict == Verdict.WRONG && !isFresh(fetched.get()) ? Verdict.UNDECIDED : verdict;
  }

  private boolean isFresh(FetchedKey<PublicKey> fetched) {
    Duration age = Duration.between(fetched.fetchedAt(), clock.instant());
    return !age.isNegative() && age.compareTo(freshness) <= 0;
  }
}
