package com.partnerbridges.xendit.settlement;

import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.shared.metric.Moves;
import com.partnerbridges.xendit.Alarm;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Applies what Xendit says of payments, in a webhook or when it is asked. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  /** A clock elsewhere may be a little ahead; a payment from further in the future is no fact. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final String PAYMENT = "payment";
  private static final String WEBHOOK = "webhook";
  private static final String LISTING = "listing";

  /** Outcomes that move the transaction, and where to. */
  private static final Map<String, String> ENDS =
      Map.of("SETTLED", "COMPLETED", "DECLINED", "FAILED");

  private static final List<String> OUTCOMES =
      List.of(
          "SETTLED",
          "DECLINED",
          "NOTHING_NEW",
          "LATE",
          "SECOND",
          "OTHER_AMOUNT",
          "CONTRADICTION",
          "IGNORED",
          "UNKNOWN_REFERENCE",
          "UNREADABLE");

  private final SettlementRepository repository;
  private final Doors doors;
  private final Moves moves;
  private final Alarm alarm;
  private final Clock clock;

  Settlement(SettlementRepository repository, Doors doors, Moves moves, Alarm alarm, Clock clock) {
    this.repository = repository;
    this.alarm = alarm;
    this.doors = doors;
    this.moves = moves;
    this.clock = clock;
    doors.open(PAYMENT, OUTCOMES, List.of(Doors.NOT_STORED));
    moves.expect("transaction", "PENDING", "COMPLETED", WEBHOOK);
    moves.expect("transaction", "PENDING", "COMPLETED", LISTING);
  }

  public Uni<Settled> byWebhook(Report report, Delivery delivery) {
    return settle(report, delivery, WEBHOOK)
        .invoke(settled -> doors.taken(PAYMENT, settled.outcome()))
        .onFailure()
        .invoke(failure -> doors.refused(PAYMENT, Doors.NOT_STORED));
  }

  /** What Xendit's listing of a code's payments says. */
  public Uni<Settled> byListing(Report report) {
    return settle(report, null, LISTING);
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
              String to = ENDS.get(settled.outcome());
              if (to != null) {
                moves.count("transaction", settled.was(), to, source);
              }
              if (settled.raised() != null) {
                alarm.raised(settled.raised(), report.externalId());
              }
            });
  }
}
