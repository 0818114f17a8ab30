package com.partnerbridges.xendit;

import static com.partnerbridges.shared.database.Database.at;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A transaction that no kiosk asked for. */
public record TransactionRow(
    long location, String status, Instant createdAt, long amount, Long price, String email) {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final String INSERT =
      """
      insert into transactions (tr_external_id, tr_location_id, tr_price_id, tr_amount, tr_email,
        tr_status, tr_created_by, tr_content_digest, tr_paid_at, tr_created_at, tr_expired_at,
        tr_moved_at)
      values ($1, $2, $3, $4, $5, $6, 'test', $7, $8, $9, $10, $9)""";

  public static TransactionRow of(long location, String status, Instant createdAt) {
    return new TransactionRow(location, status, createdAt, 40_000, null, null);
  }

  public TransactionRow amount(long rupiah) {
    return new TransactionRow(location, status, createdAt, rupiah, price, email);
  }

  public TransactionRow price(long id) {
    return new TransactionRow(location, status, createdAt, amount, id, email);
  }

  public TransactionRow email(String address) {
    return new TransactionRow(location, status, createdAt, amount, price, address);
  }

  /** Its external id. */
  public String insert(Pool pool) {
    String externalId = "TRX-%d-20260131083000-%08X".formatted(location, NUMBER.incrementAndGet());
    Instant paidAt = status.equals("COMPLETED") ? createdAt.plusSeconds(30) : null;
    pool.preparedQuery(INSERT)
        .executeAndAwait(
            Tuple.tuple()
                .addString(externalId)
                .addLong(location)
                .addLong(price)
                .addLong(amount)
                .addString(email)
                .addString(status)
                .addBuffer(Buffer.buffer("content"))
                .addOffsetDateTime(at(paidAt))
                .addOffsetDateTime(at(createdAt))
                .addOffsetDateTime(at(createdAt.plus(Duration.ofMinutes(15)))));
    return externalId;
  }
}
