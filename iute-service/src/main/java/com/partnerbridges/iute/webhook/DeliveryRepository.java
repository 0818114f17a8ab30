package com.partnerbridges.iute.webhook;

import static com.partnerbridges.iute.Database.at;

import com.partnerbridges.iute.Database;
import com.partnerbridges.iute.payment.PaymentEvent;
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
   * p locks the payment, e judges the delivery against its status, d stores the delivery; only if d
   * is new do t (the payment), h (history) and a (attention) follow. A delivery for an order that
   * was not known when it first came counts as new once the order is. Locks are always taken in the
   * order payment, delivery, attention.
   */
  private static final String RECEIVE =
      """
      with p as (
        select order_id, status, amount, currency, $1 = 'CANCELLATION' or amount = $7::numeric is true as agrees
        from payment where order_id = $2 for update
      ), e as (
        select p.*, v.event, v.target, p.status = any(v.moves) as moves,
          p.status = any(v.contradicts) as contradicts
        from p join (values (true, $9::text, $10::text, $11::text[], $12::text[]),
                            (false, $13::text, $14::text, $15::text[], $16::text[]))
          v (agrees, event, target, moves, contradicts) using (agrees)
      ), d as (
        insert into delivery as q (kind, order_id, body, body_digest, signed_at, outcome,
          received_at, last_received_at)
        select $1, $2, $3, $4, $5, coalesce(
          (select case when moves and target = 'ON_HOLD' then 'HELD'
                       when moves then 'APPLIED'
                       when contradicts then 'CONTRADICTION'
                       else 'NOTHING_NEW' end from e),
          case when $2 is null then 'UNREADABLE' else 'UNKNOWN_ORDER' end), $6, $6
        on conflict (kind, body_digest)
          do update set last_received_at = excluded.last_received_at,
            outcome = case when q.outcome = 'UNKNOWN_ORDER' then excluded.outcome else q.outcome end,
            copies = case when q.outcome = 'UNKNOWN_ORDER' and excluded.outcome <> q.outcome then 1
              else q.copies + 1 end
        returning id, outcome, copies
      ), t as (
        update payment q set status = e.target, moved_at = $6, next_check_at = null,
          iute_request = null, loan_amount = $7, reason = $8
        from e, d where q.order_id = e.order_id and e.moves and d.copies = 1
      ), h as (
        insert into payment_event (order_id, from_status, to_status, at, cause)
        select e.order_id, e.status, e.target, $6, 'webhook ' || lower($1)
        from e, d where e.moves and d.copies = 1
      ), a as (
        insert into attention (kind, order_id, delivery_id, detail, created_at, last_seen_at)
        select
          case d.outcome
            when 'HELD' then case when $7 is null then 'AMOUNT_MISSING' else 'AMOUNT_DIFFERS' end
            when 'CONTRADICTION' then e.event || '_WHEN_' || e.status
            else d.outcome end,
          $2, d.id,
          case d.outcome
            when 'UNKNOWN_ORDER' then 'Iute sent a ' || lower($1) || ' for an order that is not known here.'
            when 'UNREADABLE' then 'Iute sent a ' || lower($1) || ' that cannot be read.'
            else 'Iute sent a ' || lower($1)
              || case when $1 = 'CONFIRMATION' then ' with '
                   || coalesce('loan amount ' || ($7::numeric)::text, 'no loan amount') else '' end
              || ' when the payment over ' || e.amount || ' ' || e.currency || ' was ' || e.status || '.'
            end,
          $6, $6
        from d left join e on true
        where d.copies = 1 and d.outcome in ('HELD', 'CONTRADICTION', 'UNKNOWN_ORDER', 'UNREADABLE')
        on conflict (order_id, kind) where resolved_at is null
          do update set seen = attention.seen + 1, last_seen_at = excluded.last_seen_at,
            detail = excluded.detail, delivery_id = excluded.delivery_id
      )
      select d.outcome, d.copies, e.status as was, e.target from d left join e on true""";

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
        .addArrayOfString(event.movesFrom())
        .addArrayOfString(event.contradicts());
  }

  private static Receipt receipt(Row row, String orderId) {
    return new Receipt(
        orderId,
        row.getString("outcome"),
        row.getInteger("copies"),
        row.getString("was"),
        row.getString("target"));
  }
}
