package com.partnerbridges.xendit.transaction;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Moves;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Transactions. Every write is one statement. */
@ApplicationScoped
public class TransactionRepository {

  /** Location and price are locked, so that neither goes between being found and being used. */
  private static final String INSERT =
      """
      with l as (
        select ml_id from master_locations where ml_id = $2 for key share
      ), p as (
        select mp_id, mp_amount from master_prices where mp_id = $3 for key share
      ), t as (
        insert into transactions (tr_external_id, tr_location_id, tr_price_id, tr_amount, tr_email,
          tr_status, tr_created_by, tr_idempotency_key, tr_content_digest, tr_created_at,
          tr_expired_at, tr_moved_at, tr_next_check_at)
        select $1, ml_id, mp_id, coalesce(mp_amount, $4), $5, 'PENDING', $6, $7, $8, $9, $10, $9, $11
        from l left join p on true where $3 is null or mp_id is not null
        on conflict do nothing
        returning *
      )
      select exists (select from l) as location_known,
        $3 is null or exists (select from p) as price_known, %s
      from (values (1)) one left join t on true"""
          .formatted(Transaction.COLUMNS);

  private static final String FIND =
      "select %s from transactions t where t.tr_external_id = $1".formatted(Transaction.COLUMNS);

  private static final String FIND_BY_KEY =
      "select %s from transactions t where t.tr_created_by = $1 and t.tr_idempotency_key = $2"
          .formatted(Transaction.COLUMNS);

  private static final String SETTLED =
      """
      select tr_external_id from transactions
      where tr_external_id = any($1) and tr_status <> 'PENDING'""";

  /**
   * A webhook may have been faster than the answer to the create call: the status is not touched.
   */
  private static final String ACCEPT =
      """
      update transactions t set tr_qr_id = $2, tr_qris_string = $3,
        tr_next_check_at = case when t.tr_status = 'PENDING' then $4::timestamptz end
      where t.tr_external_id = $1
      returning %s"""
          .formatted(Transaction.COLUMNS);

  /** NOT_CREATED can only be said of what has no code, even if its answer comes after all. */
  private static final String MOVE =
      """
      update transactions t set tr_status = $3, tr_reason = $5, tr_moved_at = $6,
        tr_next_check_at = $7
      where t.tr_external_id = $1 and t.tr_status = any($4::text[])
        and ($2 <> 'NOT_CREATED' or t.tr_qr_id is null)
      returning %s"""
          .formatted(Transaction.COLUMNS);

  private final Database database;
  private final Moves moves;

  TransactionRepository(Database database, Moves moves) {
    this.database = database;
    this.moves = moves;
  }

  Uni<Inserted> insert(NewTransaction row) {
    Tuple arguments =
        Tuple.tuple()
            .addString(row.externalId())
            .addLong(row.locationId())
            .addLong(row.priceId())
            .addLong(row.ownAmount())
            .addString(row.email())
            .addString(row.createdBy())
            .addString(row.idempotencyKey())
            .addBuffer(Buffer.buffer(row.contentDigest()))
            .addOffsetDateTime(at(row.createdAt()))
            .addOffsetDateTime(at(row.expiredAt()))
            .addOffsetDateTime(at(row.firstCheck()));
    return database.run(INSERT, arguments).map(rows -> inserted(rows.iterator().next()));
  }

  private static Inserted inserted(Row row) {
    return new Inserted(
        row.getBoolean("location_known"),
        row.getBoolean("price_known"),
        row.getLong("tr_id") == null ? Optional.empty() : Optional.of(Transaction.of(row)));
  }

  public Uni<Optional<Transaction>> find(String externalId) {
    return database.run(FIND, Tuple.of(externalId)).map(TransactionRepository::first);
  }

  Uni<Optional<Transaction>> findByKey(String createdBy, String idempotencyKey) {
    return database
        .run(FIND_BY_KEY, Tuple.of(createdBy, idempotencyKey))
        .map(TransactionRepository::first);
  }

  /** Which of these are no longer pending. */
  Uni<List<String>> settled(Collection<String> externalIds) {
    Tuple arguments = Tuple.tuple().addArrayOfString(externalIds.toArray(String[]::new));
    return database
        .run(SETTLED, arguments)
        .map(rows -> rows.stream().map(row -> row.getString("tr_external_id")).toList());
  }

  /** Stores the code that Xendit gave. */
  Uni<Transaction> accept(String externalId, String qrId, String qrisString, Instant nextCheck) {
    return database
        .run(ACCEPT, Tuple.of(externalId, qrId, qrisString, at(nextCheck)))
        .map(rows -> first(rows).orElseThrow());
  }

  /**
   * Moves it as the state table says. Empty when somebody else was first.
   *
   * @param nextCheck when Xendit is asked again, null for never
   */
  public Uni<Optional<Transaction>> move(
      String externalId, TransactionEvent event, String reason, Instant now, Instant nextCheck) {
    Tuple arguments =
        Tuple.tuple()
            .addString(externalId)
            .addString(event.name())
            .addString(event.target().name())
            .addArrayOfString(event.movesFrom())
            .addString(reason)
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(nextCheck));
    return database
        .run(MOVE, arguments)
        .map(TransactionRepository::first)
        .invoke(moved -> moved.ifPresent(it -> tell(it, event)));
  }

  /** All that is moved here was pending. */
  private void tell(Transaction moved, TransactionEvent event) {
    moves.count(
        "transaction", TransactionStatus.PENDING.name(), moved.status().name(), event.name());
  }

  private static Optional<Transaction> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(Transaction::of);
  }
}
