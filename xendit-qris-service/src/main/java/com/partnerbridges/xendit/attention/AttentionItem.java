package com.partnerbridges.xendit.attention;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that a person must look at.
 *
 * @param amount rupiah that Xendit named, null where it named none
 * @param receiptId the bank's, null where none was told
 * @param seen how often it was reported
 */
record AttentionItem(
    long id,
    String kind,
    @JsonProperty("external_id") String externalId,
    @JsonProperty("payment_id") String paymentId,
    BigDecimal amount,
    @JsonProperty("receipt_id") String receiptId,
    String detail,
    int seen,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("last_seen_at") Instant lastSeenAt,
    @JsonProperty("resolved_at") Instant resolvedAt,
    @JsonProperty("resolved_by") String resolvedBy,
    Decision decision,
    String note) {

  static final String COLUMNS =
      """
      t.id, t.kind, t.external_id, t.payment_id, t.amount, t.receipt_id, t.detail, t.seen,
      t.created_at, t.last_seen_at, t.resolved_at, t.resolved_by, t.decision, t.note""";

  static AttentionItem of(Row row) {
    String decision = row.getString("decision");
    return new AttentionItem(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("external_id"),
        row.getString("payment_id"),
        row.getBigDecimal("amount"),
        row.getString("receipt_id"),
        row.getString("detail"),
        row.getInteger("seen"),
        instant(row, "created_at"),
        instant(row, "last_seen_at"),
        instant(row, "resolved_at"),
        row.getString("resolved_by"),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("note"));
  }
}
