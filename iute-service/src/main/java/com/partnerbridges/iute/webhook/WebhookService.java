package com.partnerbridges.iute.webhook;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.signature.RsaWebhookVerifier;
import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.shared.signature.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Verifies a delivery, stores it with its effect, and only then lets it be answered. */
@ApplicationScoped
class WebhookService {

  private static final Logger LOG = Logger.getLogger(WebhookService.class);

  /** Iute has its answer within 5 s, whatever hangs behind us. */
  private static final Duration LIMIT = Duration.ofMillis(4500);

  private final RsaWebhookVerifier verifier;
  private final DeliveryRepository deliveries;
  private final Clock clock;
  private final MeterRegistry metrics;

  WebhookService(
      RsaWebhookVerifier verifier,
      DeliveryRepository deliveries,
      Clock clock,
      MeterRegistry metrics) {
    this.verifier = verifier;
    this.deliveries = deliveries;
    this.clock = clock;
    this.metrics = metrics;
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
              return deliveries.receive(
                  kind, Notice.read(body), body, Sha256.digest(body), signedAt, clock.instant());
            })
        .invoke(receipt -> note(kind, receipt))
        .ifNoItem()
        .after(LIMIT)
        .failWith(() -> away("TRY_LATER", "This took too long; please deliver again."));
  }

  private Problem refusal(DeliveryKind kind, Verdict verdict) {
    metrics
        .counter("iute.webhooks.refused", "kind", kind.name(), "reason", verdict.name())
        .increment();
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
    metrics.counter("iute.webhooks", "kind", kind.name(), "outcome", outcome).increment();
    LOG.infof(
        "webhook stored kind=%s order=%s outcome=%s was=%s",
        kind, receipt.orderId(), outcome, receipt.was());
  }
}
