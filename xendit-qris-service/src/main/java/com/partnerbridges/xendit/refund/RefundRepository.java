package com.partnerbridges.xendit.refund;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refunds. Locks are always taken in the order refund, delivery, attention. */
@ApplicationScoped
class RefundRepository {

  private static final String REQUEST =
      """
      with t as (
        select tr_external_id, tr_amount from transactions where tr_external_id = $1
      ), p as (
        select payment_id, floor(coalesce(amount, tr_amount))::bigint as amount
        from payments join t on external_id = tr_external_id
        where $2::text is null or payment_id = $2
      ), r as (
        insert into refunds (payment_id, external_id, amount, reason, status, requested_by,
          requested_at, moved_at)
        select payment_id, $1, coalesce($3, amount), $4, 'REQUESTED', $5, $6, $6
        from p where (select count(*) from p) = 1 and coalesce($3, amount) <= amount
        on conflict (payment_id) where status <> 'FAILED' do nothing
        returning *
      )
      select exists (select from t) as known, array(select payment_id from p order by 1) as payments,
        (select f.status from refunds f join p on p.payment_id = f.payment_id
          where f.status <> 'FAILED' limit 1) as earlier, %s
      from (values (1)) one left join r on true"""
          .formatted(Refund.COLUMNS);

  /** Xendit's webhook may have been faster: then its word stands. */
  private static final String ANSWERED =
      """
      with r as (
        update refunds q set
          status = case when q.status = 'REQUESTED' then $2 else q.status end,
          xendit_id = coalesce(q.xendit_id, $3), error = $4, moved_at = $5
        where q.id = $1
        returning *
      ), a as (
        update attention set resolved_at = $5, resolved_by = r.requested_by, decision = 'REFUNDED',
          note = r.reason
        from r
        where attention.payment_id = r.payment_id and r.status in ('PENDING', 'SUCCEEDED')
          and attention.resolved_at is null
          and attention.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT', 'PAID_TWICE')
      )
      select %s from r"""
          .formatted(Refund.COLUMNS);

  private static final String UNCLEAR =
      """
      with due as (
        select id from refunds where status = 'REQUESTED' and (id = $1 or requested_at <= $2)
        order by requested_at limit 100 for update skip locked
      ), r as (
        update refunds q set status = 'UNCLEAR', moved_at = $3
        from due where q.id = due.id and q.status = 'REQUESTED'
        returning q.*
      ), a as (
        insert into attention (kind, subject, external_id, payment_id, amount, detail, created_at,
          last_seen_at)
        select 'REFUND_UNCLEAR', 'refund-' || id, external_id, payment_id, amount,
          'Xendit gave no answer to this refund: look there whether it was made, then decide '
            || 'REFUNDED or NOT_REFUNDED.', $3, $3
        from r
        on conflict (kind, subject) do nothing
      )
      select %s from r"""
          .formatted(Refund.COLUMNS);

  private final Database database;

  RefundRepository(Database database) {
    this.database = database;
  }

  Uni<RefundRequest> request(String externalId, RefundWish wish, String who, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addString(externalId)
            .addString(wish.paymentId())
            .addLong(wish.amount())
            .addString(wish.reason())
            .addString(who)
            .addOffsetDateTime(at(now));
    return database
        .run(REQUEST, arguments)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new RefundRequest(
                  row.getBoolean("known"),
                  List.of(row.getArrayOfStrings("payments")),
                  row.getLong("id") == null ? Optional.empty() : Optional.of(Refund.of(row)),
                  row.getString("earlier"));
            });
  }

  /** Stores what Xendit answered. */
  Uni<Refund> answered(long id, String status, String xenditId, String error, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addLong(id)
            .addString(status)
            .addString(xenditId)
            .addString(error)
            .addOffsetDateTime(at(now));
    return database.run(ANSWERED, arguments).map(rows -> Refund.of(rows.iterator().next()));
  }

  /**
   * Gives those up whose answer has not come, and this one. Never repeated: money could go twice.
   */
  Uni<List<Refund>> unanswered(long id, Instant requestedBefore, Instant now) {
    return database
        .run(UNCLEAR, Tuple.of(id, at(requestedBefore), at(now)))
        .map(rows -> rows.stream().map(Refund::of).toList());
  }
}
