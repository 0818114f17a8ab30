package com.partnerbridges.iute.webhook;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.shared.metric.Moves;
import com.partnerbridges.shared.signature.RsaWebhookVerifier;
import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.shared.signature.Verdict;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Verifies a delivery, stores it with its effect, and only then lets it be answered. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class WebhookService {

  private static final Logger LOG = Logger.getLogger(WebhookService.class);

  /** What moved the payment. */
  private static final Set<String> MOVES = Set.of("APPLIED", "HELD");

  private static final List<String> OUTCOMES =
      List.of(
          "APPLIED",
          "HELD",
          "NOTHING_NEW",
          "CONTRADICTION",
          "UNKNOWN_ORDER",
          "UNREADABLE",
          "REPEATED");

  private static final List<String> REASONS =
      Stream.concat(
              Stream.of(Verdict.values()).filter(it -> it != Verdict.VALID).map(Enum::name),
              Stream.of(Doors.NOT_STORED))
          .toList();

  /** Iute has its answer within 5 s, whatever hangs behind us. */
  private static final Duration LIMIT = Duration.ofMillis(4500);

  private final RsaWebhookVerifier verifier;
  private final DeliveryRepository deliveries;
  private final Clock clock;
  private final Doors doors;
  private final Moves moves;

  WebhookService(
      RsaWebhookVerifier verifier,
      DeliveryRepository deliveries,
      Clock clock,
      Doors doors,
      Moves moves) {
    this.verifier = verifier;
    this.deliveries = deliveries;
    this.clock = clock;
    this.doors = doors;
    this.moves = moves;
    for (DeliveryKind kind : DeliveryKind.values()) {
      doors.open(kind.name(), OUTCOMES, REASONS);
      moves.expect("payment", "PENDING", kind.whenAmountAgrees().target().name(), "webhook");
    }
  }

  Uni<Receipt> receive(DeliveryKind kind, byte[] body, String signature, String timestamp) {
    return Uni.createFrom()
        .completionStage(() -> verifier.verify(body, signature, timestamp))
        .flatMap(
            verdict -> {
              if (verdict != Verdict.VALID) {
                throw refusal(kind, verdict);
              }
              Instant signedAt = Instant.ofEpochMilli(Long.parseLong(timestamp));
              return deliveries
                  .receive(
                      kind, Notice.read(body), body, Sha256.digest(body), signedAt, clock.instant())
                  .onFailure()
                  .invoke(failure -> doors.refused(kind.name(), Doors.NOT_STORED));
            })
        .invoke(receipt -> note(kind, receipt))
        .ifNoItem()
        .after(LIMIT)
        .failWith(
            () -> {
              doors.refused(kind.name(), Doors.NOT_STORED);
              return away("TRY_LATER", "This took too long; please deliver again.");
            });
  }

  private Problem refusal(DeliveryKind kind, Verdict verdict) {
    doors.refused(kind.name(), verdict.name());
    LOG.warnf("webhook refused kind=%s reason=%s", kind, verdict);
    return switch (verdict) {
      case NO_KEY, UNDECIDED ->
          away("KEY_AWAY", "The signature cannot be judged just now; please deliver again.");
      default ->
          Problem.of(
              400,
              "SIGNATURE_" + verdict.name(),
              "The headers x-iute-signature and x-iute-timestamp do not sign this body.");
    };
  }

  private static Problem away(String code, String detail) {
    return Problem.of(503, code, detail).withHeader("Retry-After", "30");
  }

  private void note(DeliveryKind kind, Receipt receipt) {
    String outcome = receipt.repeated() ? "REPEATED" : receipt.outcome();
    doors.taken(kind.name(), outcome);
    if (MOVES.contains(outcome)) {
      String to = outcome.equals("HELD") ? "ON_HOLD" : kind.whenAmountAgrees().target().name();
      moves.count("payment", receipt.was(), to, "webhook");
    }
    LOG.infof(
        "webhook stored kind=%s order=%s outcome=%s was=%s",
        kind, receipt.orderId(), outcome, receipt.was());
  }
}
