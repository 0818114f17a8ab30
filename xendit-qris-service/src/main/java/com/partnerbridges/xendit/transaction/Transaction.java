package com.partnerbridges.xendit.transaction;

import static com.partnerbridges.shared.database.Database.instant;

import com.partnerbridges.shared.edge.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A code that a kiosk asked for, and what became of it.
 *
 * @param qrId Xendit's id of the code, null while there is none
 * @param qrisString what the code says, null while there is none
 * @param reason why it failed, null if it did not
 * @param checks how often Xendit was asked for its payments
 */
public record Transaction(
    long id,
    String externalId,
    long locationId,
    long amount,
    TransactionStatus status,
    String reason,
    byte[] contentDigest,
    String qrId,
    String qrisString,
    Instant paidAt,
    Instant createdAt,
    Instant expiredAt,
    Instant movedAt,
    int checks) {

  /** For statements that name the table t. */
  public static final String COLUMNS =
      """
      t.tr_id, t.tr_external_id, t.tr_location_id, t.tr_amount, t.tr_status, t.tr_reason,
      t.tr_content_digest, t.tr_qr_id, t.tr_qris_string, t.tr_paid_at, t.tr_created_at,
      t.tr_expired_at, t.tr_moved_at, t.tr_checks""";

  public static Transaction of(Row row) {
    return new Transaction(
        row.getLong("tr_id"),
        row.getString("tr_external_id"),
        row.getLong("tr_location_id"),
        row.getLong("tr_amount"),
        TransactionStatus.valueOf(row.getString("tr_status")),
        row.getString("tr_reason"),
        row.getBuffer("tr_content_digest").getBytes(),
        row.getString("tr_qr_id"),
        row.getString("tr_qris_string"),
        instant(row, "tr_paid_at"),
        instant(row, "tr_created_at"),
        instant(row, "tr_expired_at"),
        instant(row, "tr_moved_at"),
        row.getInteger("tr_checks"));
  }

  /** The refusal where no transaction has the id that was asked for. */
  public static Problem notFound() {
    return Problem.of(404, "TRANSACTION_NOT_FOUND", "No transaction has this id.");
  }

  public boolean isPending() {
    return status == TransactionStatus.PENDING;
  }

  public boolean hasCode() {
    return qrId != null;
  }

  /** There was a code, and its payment failed; any other failure means that there was none. */
  boolean wasDeclined() {
    return TransactionEvent.DECLINED.name().equals(reason);
  }

  boolean hasContent(byte[] digest) {
    return MessageDigest.isEqual(contentDigest, digest);
  }
}
