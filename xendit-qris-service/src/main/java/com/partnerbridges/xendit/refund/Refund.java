package com.partnerbridges.xendit.refund;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * A refund as it is stored and shown. {@code UNCLEAR} means that Xendit's answer never came: a
 * person looks at Xendit and decides the attention item.
 *
 * @param amount whole rupiah
 * @param xenditId Xendit's id of it, null while there is none
 * @param error why Xendit refused it, null if it did not
 */
record Refund(
    long id,
    @JsonProperty("payment_id") String paymentId,
    @JsonProperty("external_id") String externalId,
    long amount,
    String reason,
    String status,
    @JsonProperty("xendit_id") String xenditId,
    String error,
    @JsonProperty("requested_by") String requestedBy,
    @JsonProperty("requested_at") Instant requestedAt) {

  static final String COLUMNS =
      """
      r.id, r.payment_id, r.external_id, r.amount, r.reason, r.status, r.xendit_id, r.error,
      r.requested_by, r.requested_at""";

  static Refund of(Row row) {
    return new Refund(
        row.getLong("id"),
        row.getString("payment_id"),
        row.getString("external_id"),
        row.getLong("amount"),
        row.getString("reason"),
        row.getString("status"),
        row.getString("xendit_id"),
        row.getString("error"),
        row.getString("requested_by"),
        instant(row, "requested_at"));
  }
}
