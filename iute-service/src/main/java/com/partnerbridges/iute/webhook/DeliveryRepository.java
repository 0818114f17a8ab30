package com.partnerbridges.iute.webhook;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iute.payment.PaymentEvent;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Stores a delivery together with its effect: all of it, or nothing, in one round trip. */
@ApplicationScoped
class DeliveryRepository {

  /**
   * t judges the payment by its own columns (so that after waiting for another's change it is
   * judged by what that change left) and moves it; d stores the delivery; h and a follow from both.
   * A copy finds the payment settled and moves nothing; what only the first copy may do asks for
   * copies = 1, and so does a delivery that first came when its order was not known. Locks are
   * always taken in the order payment, delivery, attention.
   */
  private static final String RECEIVE =
      """
      with t as (
        update payment q set
          was = q.status,
          status = case when q.status = any($9::text[])
            then case when $1 = 'CANCELLATION' or q.amount = $7::numeric then $11 else $14 end
            else q.status end,
          moved_at = case when q.status = any($9::text[]) then $6 else q.moved_at end,
          next_check_at = case when q.status = any($9::text[]) then null else q.next_check_at end,
          iute_request = case when q.status = any($9::text[]) then null else q.iute_request end,
          loan_amount = case when q.status = any($9::text[]) then $7::numeric else q.loan_amount end,
          reason = case when q.status = any($9::text[]) then $8 else q.reason end
        where q.order_id = $2
        returning q.order_id, q.amount, q.currency, q.was, q.status
      ), e as (
        select t.*, v.event, t.was = any($9::text[]) as moved,
          t.was = any(v.contradicts) as contradicted
        from t join (values (true, $10::text, $12::text[]), (false, $13::text, $15::text[]))
          v (agrees, event, contradicts)
          on v.agrees = (($1 = 'CANCELLATION' or t.amount = $7::numeric) is true)
      ), d as (
        insert into delivery as q (kind, order_id, body, body_digest, signed_at, outcome,
          received_at, last_received_at)
        select $1, $2, $3, $4, $5, coalesce(
          (select case when moved and status = 'ON_HOLD' then 'HELD'
                       when moved then 'APPLIED'
                       when contradicted then 'CONTRADICTION'
                       else 'NOTHING_NEW' end from e),
          case when $2 is null then 'UNREADABLE' else 'UNKNOWN_ORDER' end), $6, $6
        on conflict (kind, body_digest)
          do update set last_received_at = excluded.last_received_at,
            outcome = case when q.outcome = 'UNKNOWN_ORDER' then excluded.outcome else q.outcome end,
            copies = case when q.outcome = 'UNKNOWN_ORDER' and excluded.outcome <> q.outcome then 1
              else q.copies + 1 end
        returning id, outcome, copies
      ), h as (
        insert into payment_event (order_id, from_status, to_status, at, cause)
        select order_id, was, status, $6, 'webhook ' || lower($1) from e where moved
      ), a as (
        insert into attention (kind, order_id, delivery_id, detail, created_at, last_seen_at)
        select
          case d.outcome
            when 'HELD' then case when $7 is null then 'AMOUNT_MISSING' else 'AMOUNT_DIFFERS' end
            when 'CONTRADICTION' then e.event || '_WHEN_' || e.was
            else d.outcome end,
          $2, d.id,
          case d.outcome
            when 'UNKNOWN_ORDER' then 'Iute sent a ' || lower($1) || ' for an order that is not known here.'
            when 'UNREADABLE' then 'Iute sent a ' || lower($1) || ' that cannot be read.'
            else 'Iute sent a ' || lower($1)
              || case when $1 = 'CONFIRMATION' then ' with '
                   || coalesce('loan amount ' || ($7::numeric)::text, 'no loan amount') else '' end
              || ' when the payment over ' || e.amount || ' ' || e.currency || ' was ' || e.was || '.'
            end,
          $6, $6
        from d left join e on true
        where d.copies = 1 and d.outcome in ('HELD', 'CONTRADICTION', 'UNKNOWN_ORDER', 'UNREADABLE')
        on conflict (order_id, kind) where resolved_at is null
          do update set seen = attention.seen + 1, last_seen_at = excluded.last_seen_at,
            detail = excluded.detail, delivery_id = excluded.delivery_id
      )
      select d.outcome, d.copies, e.was from d left join e on true""";

  private final Database database;

  DeliveryRepository(Database database) {
    this.database = database;
  }

  Uni<Receipt> receive(
      DeliveryKind kind, Notice notice, byte[] body, byte[] digest, Instant signedAt, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addString(kind.name())
            .addString(notice.orderId())
            .addBuffer(Buffer.buffer(body))
            .addBuffer(Buffer.buffer(digest))
            .addOffsetDateTime(at(signedAt))
            .addOffsetDateTime(at(now))
            .addBigDecimal(notice.loanAmount())
            .addString(notice.description());
    arguments.addArrayOfString(kind.movesFrom());
    add(arguments, kind.whenAmountAgrees());
    add(arguments, kind.otherwise());
    return database
        .run(RECEIVE, arguments)
        .map(rows -> receipt(rows.iterator().next(), notice.orderId()));
  }

  private static void add(Tuple arguments, PaymentEvent event) {
    arguments
        .addString(event.name())
        .addString(event.target().name())
        .addArrayOfString(event.contradicts());
  }

  private static Receipt receipt(Row row, String orderId) {
    return new Receipt(
        orderId, row.getString("outcome"), row.getInteger("copies"), row.getString("was"));
  }
}
