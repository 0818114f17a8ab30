package com.partnerbridges.xendit.settlement;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.transaction.TransactionEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Stores what Xendit says together with its effect: all of it, or nothing, in one round trip. */
@ApplicationScoped
class SettlementRepository {

  /** Only the oldest shape of webhooks may tell no amount; elsewhere that is another one. */
  private static final String RIGHT_AMOUNT = "coalesce(q.tr_amount = $7::numeric, $17)";

  private static final String FIRST_PAID =
      "($4 = 'PAID' and ($6 is null or exists (select from p)) and " + RIGHT_AMOUNT + ")";

  private static final String PAYS = "(" + FIRST_PAID + " and q.tr_status = any($11))";

  private static final String NAMES =
      "(" + FIRST_PAID + " and q.tr_status = 'COMPLETED' and q.tr_payment_id is null)";

  private static final String DECLINES = "($4 = 'DECLINED' and q.tr_status = any($13))";

  /**
   * p makes sure that a payment has its effect once, however often and in whichever shape it is
   * told: only its first report moves anything. t judges the transaction by its own columns (so
   * that after waiting for another's change it is judged by what that change left) and moves it; e
   * names the effect; d and a follow from it. A transaction that was completed before the id of its
   * payment was known takes the first one told. A declined one is looked at once more: its code can
   * still be paid.
   */
  private static final String SETTLE =
      """
      with p as (
        insert into payments (payment_id, external_id, amount, receipt_id, paid_at, source, seen_at)
        select $6, tr_external_id, $7::numeric, $8::text, $9,
          case when $1::text is null then 'LISTING' else 'WEBHOOK' end, $10
        from transactions where tr_external_id = $5 and $4 = 'PAID' and $6 is not null
        on conflict (payment_id) do nothing
        returning payment_id
      ), t as (
        update transactions q set
          tr_was = q.tr_status,
          tr_status = case when %1$s then 'COMPLETED' when %2$s then 'FAILED' else q.tr_status end,
          tr_reason = case when %2$s then 'DECLINED' else q.tr_reason end,
          tr_paid_at = case when %1$s then coalesce($9::timestamptz, $10::timestamptz)
            else q.tr_paid_at end,
          tr_payment_id = case when %1$s or %3$s then $6::text else q.tr_payment_id end,
          tr_moved_at = case when %1$s or %2$s then $10 else q.tr_moved_at end,
          tr_next_check_at = case when %1$s then null else q.tr_next_check_at end
        where q.tr_external_id = $5
        returning q.tr_external_id, q.tr_amount, q.tr_was, q.tr_payment_id, %4$s as right_amount
      ), e as (
        select t.*, case
          when $4 = 'PAID' and not t.right_amount then 'OTHER_AMOUNT'
          when $4 = 'PAID' and $6 is not null and not exists (select from p) then 'NOTHING_NEW'
          when $4 = 'PAID' and t.tr_was = any($11) then 'SETTLED'
          when $4 = 'PAID' and t.tr_was = any($12) then 'LATE'
          when $4 = 'PAID' and coalesce(t.tr_payment_id <> $6, false) then 'SECOND'
          when $4 = 'DECLINED' and t.tr_was = any($13) then 'DECLINED'
          when $4 = 'DECLINED' and t.tr_was = any($14) then 'CONTRADICTION'
          when $4 = 'NOTHING' then 'IGNORED'
          else 'NOTHING_NEW' end as effect
        from t
      ), o as (
        select coalesce((select effect from e),
          case when $5 is null then 'UNREADABLE' else 'UNKNOWN_REFERENCE' end) as outcome
      ), d as (
        insert into webhook_deliveries as q (delivery_key, headers, body, shape, event, external_id,
          payment_id, outcome, received_at, last_received_at)
        select $1, $2::text::jsonb, $3::bytea, $15::text, $16::text, $5, $6, outcome, $10, $10
        from o where $1 is not null
        on conflict (delivery_key) do update set
          last_received_at = excluded.last_received_at,
          outcome = case when q.outcome = 'UNKNOWN_REFERENCE' then excluded.outcome else q.outcome end,
          copies = q.copies + 1
        returning copies
      ), a as (
        insert into attention (kind, subject, external_id, payment_id, amount, receipt_id, detail,
          created_at, last_seen_at)
        select k.kind, coalesce($6, $5, $1), $5, $6, $7::numeric, $8,
          k.detail || case when e.tr_was is null then ''
            else ' The transaction over Rp ' || e.tr_amount || ' was ' || e.tr_was || '.' end,
          $10, $10
        from o left join e on true join (values
          ('LATE', 'LATE_PAYMENT', 'Paid when it could not be completed any more.'),
          ('OTHER_AMOUNT', 'WRONG_AMOUNT', 'Paid with another amount, or one that cannot be read.'),
          ('SECOND', 'PAID_TWICE', 'A second payment of a completed transaction.'),
          ('CONTRADICTION', 'DECLINED_AFTER_PAID', 'Xendit says that the payment failed.'),
          ('UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE', 'Xendit named a reference that is not known here.'),
          ('UNREADABLE', 'UNREADABLE_WEBHOOK', 'A webhook with a good token cannot be read.')
          ) k (outcome, kind, detail) on k.outcome = o.outcome
        on conflict (kind, subject) do update set
          seen = attention.seen + 1, last_seen_at = excluded.last_seen_at
        returning kind, seen
      )
      select o.outcome, e.tr_was, coalesce((select copies from d), 0) as copies,
        (select kind from a where seen = 1) as raised
      from o left join e on true"""
          .formatted(PAYS, DECLINES, NAMES, RIGHT_AMOUNT);

  private final Database database;

  SettlementRepository(Database database) {
    this.database = database;
  }

  /**
   * @param delivery the webhook that said it, null when Xendit was asked
   */
  Uni<Settled> settle(Report report, Delivery delivery, Instant now) {
    boolean webhook = delivery != null;
    Tuple arguments =
        Tuple.tuple()
            .addString(webhook ? delivery.key() : null)
            .addString(webhook ? delivery.headers() : null)
            .addValue(webhook ? Buffer.buffer(delivery.body()) : null)
            .addString(report.meaning().name())
            .addString(report.externalId())
            .addString(report.paymentId())
            .addBigDecimal(report.amount())
            .addString(report.receiptId())
            .addOffsetDateTime(at(report.paidAt()))
            .addOffsetDateTime(at(now))
            .addArrayOfString(TransactionEvent.PAID.movesFrom())
            .addArrayOfString(TransactionEvent.PAID.contradicts())
            .addArrayOfString(TransactionEvent.DECLINED.movesFrom())
            .addArrayOfString(TransactionEvent.DECLINED.contradicts())
            .addString(webhook ? delivery.shape().name() : null)
            .addString(webhook ? delivery.event() : null)
            .addBoolean(webhook && delivery.shape() == Delivery.Shape.FLAT);
    return database.run(SETTLE, arguments).map(rows -> settled(rows.iterator().next()));
  }

  private static Settled settled(Row row) {
    return new Settled(
        row.getString("outcome"),
        row.getInteger("copies"),
        row.getString("tr_was"),
        row.getString("raised"));
  }
}
