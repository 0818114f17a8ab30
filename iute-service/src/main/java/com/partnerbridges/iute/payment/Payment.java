package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;

/** One row of {@code payment}. */
public record Payment(
    String orderId,
    String createdBy,
    String idempotencyKey,
    byte[] contentDigest,
    BigDecimal amount,
    String currency,
    String customerPhone,
    String salesman,
    String posId,
    String iuteRequest,
    String iuteResponse,
    PaymentStatus status,
    BigDecimal loanAmount,
    String code,
    String reason,
    Instant createdAt,
    Instant movedAt,
    Instant nextCheckAt,
    int checks) {

  /** The columns that {@link #of} reads, for the table under the alias {@code t}. */
  public static final String COLUMNS =
      """
      t.order_id, t.created_by, t.idempotency_key, t.content_digest, t.amount, t.currency,
      t.customer_phone, t.salesman, t.pos_id, t.iute_request::text as iute_request,
      t.iute_response::text as iute_response, t.status, t.loan_amount, t.code, t.reason,
      t.created_at, t.moved_at, t.next_check_at, t.checks""";

  public static Payment of(Row row) {
    return new Payment(
        row.getString("order_id"),
        row.getString("created_by"),
        row.getString("idempotency_key"),
        row.getBuffer("content_digest").getBytes(),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("customer_phone"),
        row.getString("salesman"),
        row.getString("pos_id"),
        row.getString("iute_request"),
        row.getString("iute_response"),
        PaymentStatus.valueOf(row.getString("status")),
        row.getBigDecimal("loan_amount"),
        row.getString("code"),
        row.getString("reason"),
        Database.instant(row, "created_at"),
        Database.instant(row, "moved_at"),
        Database.instant(row, "next_check_at"),
        row.getInteger("checks"));
  }

  boolean hasContent(byte[] digest) {
    return Arrays.equals(contentDigest, digest);
  }

  @Override
  public String toString() {
    return "Payment[" + orderId + " " + status + "]";
  }
}
