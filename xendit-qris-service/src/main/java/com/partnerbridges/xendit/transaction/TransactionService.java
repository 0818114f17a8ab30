package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.CodeOutcome;
import com.partnerbridges.xendit.gateway.XenditGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Starts transactions: stores the row, then asks Xendit for the code. */
@ApplicationScoped
class TransactionService {

  private static final Logger LOG = Logger.getLogger(TransactionService.class);

  private static final String XENDIT_AWAY = "XENDIT_AWAY";

  /** Before Xendit's own word, so that it is never taken for one of ours. */
  private static final String REFUSED = "REFUSED_";

  private final TransactionRepository transactions;
  private final XenditGateway xendit;
  private final TransactionForm form;
  private final XenditConfig config;
  private final Clock clock;

  TransactionService(
      TransactionRepository transactions,
      XenditGateway xendit,
      TransactionForm form,
      XenditConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.xendit = xendit;
    this.form = form;
    this.config = config;
    this.clock = clock;
  }

  /** A repetition finds what is there; Xendit is asked for one code only. */
  Uni<Transaction> create(CreateTransaction wish, String caller, String idempotencyKey) {
    NewTransaction row = form.fill(wish, caller, idempotencyKey);
    return transactions
        .insert(row)
        .flatMap(
            inserted ->
                inserted.transaction().isPresent()
                    ? withCode(inserted.transaction().get())
                    : repeated(row, inserted));
  }

  /** What was made before stays what it was, though its price may be gone by now. */
  private Uni<Transaction> repeated(NewTransaction row, Inserted inserted) {
    if (row.idempotencyKey() == null) {
      throw unknown(inserted);
    }
    return transactions
        .findByKey(row.createdBy(), row.idempotencyKey())
        .map(
            found -> {
              Transaction earlier = found.orElseThrow(() -> unknown(inserted));
              if (!earlier.hasContent(row.contentDigest())) {
                throw Problem.of(
                    422,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key belongs to a transaction with another body.");
              }
              return shown(earlier);
            });
  }

  private static Problem unknown(Inserted inserted) {
    if (!inserted.locationKnown()) {
      return Problem.of(404, "LOCATION_NOT_FOUND", "There is no location with this location_id.");
    }
    return inserted.priceKnown()
        ? Problem.of(503, "TRY_AGAIN", "Nothing was done; please try again.")
        : Problem.of(404, "PRICE_NOT_FOUND", "There is no price with this price_id.");
  }

  private Uni<Transaction> withCode(Transaction stored) {
    return xendit
        .createCode(stored.externalId(), stored.amount(), stored.expiredAt())
        .flatMap(
            outcome ->
                outcome instanceof CodeOutcome.Created code
                    ? transactions.accept(
                        stored.externalId(), code.qrId(), code.qrisString(), firstLook())
                    : withoutCode(stored, outcome))
        .invoke(
            begun ->
                LOG.infof(
                    "transaction begun reference=%s amount=%d status=%s reason=%s",
                    begun.externalId(), begun.amount(), begun.status(), begun.reason()))
        .onFailure(TransactionService::databaseAway)
        .transform(failure -> ((Problem) failure).with("tr_external_id", stored.externalId()))
        .map(TransactionService::shown);
  }

  /** The row fails, unless its payment was faster than the answer that did not come. */
  private Uni<Transaction> withoutCode(Transaction stored, CodeOutcome outcome) {
    String reason =
        outcome instanceof CodeOutcome.Refused no ? REFUSED + no.errorCode() : XENDIT_AWAY;
    return transactions
        .move(stored.externalId(), TransactionEvent.NOT_CREATED, reason, clock.instant(), null)
        .flatMap(
            moved ->
                moved.isPresent()
                    ? Uni.createFrom().item(moved.get())
                    : transactions.find(stored.externalId()).map(found -> found.orElseThrow()));
  }

  private Instant firstLook() {
    return clock.instant().plus(config.reconcileAfter());
  }

  /** What can be shown to a kiosk, or why there is nothing to show. */
  private static Transaction shown(Transaction transaction) {
    if (transaction.status() == TransactionStatus.FAILED && !transaction.wasDeclined()) {
      throw failed(transaction);
    }
    if (transaction.isPending() && !transaction.hasCode()) {
      throw Problem.of(
              409, "STILL_BEING_CREATED", "Xendit is still being asked for the code of this one.")
          .with("tr_external_id", transaction.externalId())
          .withHeader("Retry-After", "2");
    }
    return transaction;
  }

  private static Problem failed(Transaction transaction) {
    boolean refused = transaction.reason().startsWith(REFUSED);
    return Problem.of(
            502,
            refused ? "XENDIT_REFUSED" : XENDIT_AWAY,
            refused
                ? "Xendit gave no code for this transaction; it has failed. Please start a new one."
                : "Xendit gave no usable answer; the transaction has failed. Please start a new"
                    + " one.")
        .with("tr_external_id", transaction.externalId())
        .with("tr_status", transaction.status())
        .with("reason", transaction.reason());
  }

  private static boolean databaseAway(Throwable failure) {
    return failure instanceof Problem problem && problem.status() == 503;
  }
}
