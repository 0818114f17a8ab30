package com.partnerbridges.xendit.settlement;

import com.partnerbridges.xendit.Alarm;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Applies what Xendit says of payments, in a webhook or when it is asked. */
@ApplicationScoped
public class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  /** A clock elsewhere may be a little ahead; a payment from further in the future is no fact. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final SettlementRepository repository;
  private final MeterRegistry metrics;
  private final Alarm alarm;
  private final Clock clock;

  Settlement(SettlementRepository repository, MeterRegistry metrics, Alarm alarm, Clock clock) {
    this.repository = repository;
    this.alarm = alarm;
    this.metrics = metrics;
    this.clock = clock;
  }

  public Uni<Settled> byWebhook(Report report, Delivery delivery) {
    return settle(report, delivery, "webhook");
  }

  /** What Xendit's listing of a code's payments says. */
  public Uni<Settled> byListing(Report report) {
    return settle(report, null, "listing");
  }

  private Uni<Settled> settle(Report report, Delivery delivery, String source) {
    var now = clock.instant();
    boolean believable = report.paidAt() == null || report.paidAt().isBefore(now.plus(AHEAD));
    Report plausible = believable ? report : report.withoutTime();
    return repository
        .settle(plausible, delivery, now)
        .invoke(
            settled -> {
              LOG.infof(
                  "payment report source=%s reference=%s payment=%s was=%s outcome=%s copies=%d",
                  source,
                  report.externalId(),
                  report.paymentId(),
                  settled.was(),
                  settled.outcome(),
                  settled.copies());
              metrics
                  .counter("xendit.reports", "source", source, "outcome", settled.outcome())
                  .increment();
              if (settled.raised() != null) {
                alarm.raised(settled.raised(), report.externalId());
              }
            });
  }
}
