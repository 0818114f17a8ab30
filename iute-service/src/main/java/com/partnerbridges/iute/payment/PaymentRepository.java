package com.partnerbridges.iute.payment;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Moves;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments and their history. Every write is one statement. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class PaymentRepository {

  private static final String INSERT =
      """
      with t as (
        insert into payment (order_id, created_by, idempotency_key, content_digest, amount, currency,
          customer_phone, salesman, pos_id, iute_request, status, created_at, moved_at, next_check_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, 'CREATED', $11, $11, $12)
        on conflict do nothing
        returning *
      ), h as (
        insert into payment_event (order_id, to_status, at, cause)
        select order_id, status, created_at, 'created by ' || created_by from t
      )
      select %s from t"""
          .formatted(Payment.COLUMNS);

  private static final String FIND =
      "select %s from payment t where t.order_id = $1".formatted(Payment.COLUMNS);

  private static final String FIND_BY_KEY =
      "select %s from payment t where t.created_by = $1 and t.idempotency_key = $2"
          .formatted(Payment.COLUMNS);

  private static final String STATUSES =
      "select order_id, status from payment where order_id = any($1)";

  private static final String HISTORY =
      "select from_status, to_status, at, cause from payment_event where order_id = $1 order by id";

  /**
   * The row is judged by its own columns only, so that after waiting for another's change it is
   * judged by what that change left; {@code was} tells what it was judged as.
   */
  private static final String MOVE =
      """
      with t as (
        update payment q set
          was = q.status,
          status = case when q.status = any($4::text[]) then $3 else q.status end,
          moved_at = case when q.status = any($4::text[]) then $6 else q.moved_at end,
          next_check_at = case
            when case when q.status = any($4::text[]) then $3 else q.status end = any($11::text[])
            then q.next_check_at end,
          iute_request = case when q.status = any($4::text[]) then null else q.iute_request end,
          iute_response = coalesce($8::text::jsonb, q.iute_response),
          code = case when q.status = any($4::text[]) then $9 else q.code end,
          reason = case when q.status = any($4::text[]) then $10 else q.reason end
        where q.order_id = $1
        returning q.*
      ), h as (
        insert into payment_event (order_id, from_status, to_status, at, cause)
        select order_id, was, status, $6, $7 from t where was = any($4::text[])
      ), a as (
        insert into attention (kind, order_id, detail, created_at, last_seen_at)
        select $2 || '_WHEN_' || was, order_id,
          'Iute reported ' || $2 || ' (' || $7 || ') when the payment was ' || was || '.', $6, $6
        from t where was = any($5::text[])
        on conflict (order_id, kind) where resolved_at is null
          do update set seen = attention.seen + 1, last_seen_at = excluded.last_seen_at,
            detail = excluded.detail
      )
      select %s, t.was, t.was = any($4::text[]) as moves, t.was = any($5::text[]) as contradicts
      from t"""
          .formatted(Payment.COLUMNS);

  private final Database database;
  private final Moves moves;

  PaymentRepository(Database database, Moves moves) {
    this.database = database;
    this.moves = moves;
    moves.expect("payment", "PENDING", "PAID", "poll");
    moves.expect("payment", "IN_PROGRESS", "PAID", "poll");
  }

  /** Empty when the order id, or the caller's idempotency key, is taken. */
  Uni<Optional<Payment>> insert(NewPayment row, Instant now, Instant firstCheck) {
    Tuple arguments =
        Tuple.tuple()
            .addString(row.orderId())
            .addString(row.createdBy())
            .addString(row.idempotencyKey())
            .addBuffer(Buffer.buffer(row.contentDigest()))
            .addBigDecimal(row.amount())
            .addString(row.currency())
            .addString(row.customerPhone())
            .addString(row.salesman())
            .addString(row.posId())
            .addString(row.iuteRequest())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(firstCheck));
    return database.run(INSERT, arguments).map(PaymentRepository::first);
  }

  public Uni<Optional<Payment>> find(String orderId) {
    return database.run(FIND, Tuple.of(orderId)).map(PaymentRepository::first);
  }

  Uni<Optional<Payment>> findByKey(String createdBy, String idempotencyKey) {
    return database
        .run(FIND_BY_KEY, Tuple.of(createdBy, idempotencyKey))
        .map(PaymentRepository::first);
  }

  Uni<Map<String, PaymentStatus>> statuses(Collection<String> orderIds) {
    Tuple arguments = Tuple.tuple().addArrayOfString(orderIds.toArray(String[]::new));
    return database
        .run(STATUSES, arguments)
        .map(
            rows -> {
              Map<String, PaymentStatus> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          row.getString("order_id"),
                          PaymentStatus.valueOf(row.getString("status"))));
              return found;
            });
  }

  Uni<List<HistoryEntry>> history(String orderId) {
    return database
        .run(HISTORY, Tuple.of(orderId))
        .map(rows -> rows.stream().map(HistoryEntry::of).toList());
  }

  /**
   * Applies the event as the state table says: the row is judged and moved, and history and
   * attention are written, in one statement. Empty when there is no such payment.
   */
  public Uni<Optional<Moved>> move(String orderId, PaymentEvent event, Facts facts, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addString(orderId)
            .addString(event.name())
            .addString(event.target().name())
            .addArrayOfString(event.movesFrom())
            .addArrayOfString(event.contradicts())
            .addOffsetDateTime(at(now))
            .addString(facts.cause())
            .addString(facts.iuteResponse())
            .addString(facts.code())
            .addString(facts.reason())
            .addArrayOfString(PaymentStatus.open());
    return database
        .run(MOVE, arguments)
        .map(rows -> rows.stream().findFirst().map(row -> Moved.of(row, event)))
        .invoke(moved -> moved.filter(Moved::moved).ifPresent(it -> tell(it, facts)));
  }

  private void tell(Moved moved, Facts facts) {
    moves.count("payment", moved.was().name(), moved.payment().status().name(), facts.cause());
  }

  private static Optional<Payment> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(Payment::of);
  }
}
