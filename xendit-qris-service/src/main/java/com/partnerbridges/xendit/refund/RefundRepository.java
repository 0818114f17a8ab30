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

/**
 * Refunds. The transaction's row is locked and judged before its refund is made, so that what is
 * honoured is not refunded as well.
 */
@ApplicationScoped
class RefundRepository {

  private static final String REQUEST =
      """
      with p as (
        select payment_id, floor(coalesce(amount, tr_amount))::bigint as amount
        from payments join transactions on external_id = tr_external_id
        where external_id = $1 and ($2::text is null or payment_id = $2)
      ), c as (
        select * from p
        where (select count(*) from p) = 1 and coalesce($3, amount) between 1 and amount
      ), t as (
        update transactions set tr_refund_at = coalesce(tr_refund_at, $6)
        from c where tr_external_id = $1 and tr_honoured_at is null
        returning tr_external_id
      ), r as (
        insert into refunds (payment_id, external_id, amount, reason, status, requested_by,
          requested_at, moved_at)
        select payment_id, $1, coalesce($3, amount), $4, 'REQUESTED', $5, $6, $6
        from c join t on true
        on conflict (payment_id) where status <> 'FAILED' do nothing
        returning *
      )
      select exists (select from transactions where tr_external_id = $1) as known,
        exists (select from c) and not exists (select from t) as honoured,
        array(select payment_id from p order by 1) as payments,
        (select f.status from refunds f join p on p.payment_id = f.payment_id
          where f.status <> 'FAILED' limit 1) as earlier, %s
      from (values (1)) one left join r on true"""
          .formatted(Refund.COLUMNS);

  /** Xendit's webhook may have been faster: then its word stands. */
  private static final String ANSWERED =
      """
      with r as (
        update refunds q set
          was = q.status,
          status = case when q.status = 'REQUESTED' then $2 else q.status end,
          xendit_id = coalesce(q.xendit_id, $3), error = $4, moved_at = $5
        where q.id = $1
        returning *
      ), %s
      select %s from r"""
          .formatted(RefundEffects.parts("$5", "0"), Refund.COLUMNS);

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

  /** Xendit's webhook may be lost, and the refund may have failed. */
  private static final String SILENT =
      """
      insert into attention (kind, subject, external_id, payment_id, amount, detail, created_at,
        last_seen_at)
      select 'REFUND_SILENT', 'refund-' || id, external_id, payment_id, amount,
        'Xendit took this refund but never said what became of it: look there.', $2, $2
      from refunds where status = 'PENDING' and requested_at <= $1
        and not exists (select from attention
          where kind = 'REFUND_SILENT' and subject = 'refund-' || refunds.id)
      order by requested_at limit 100
      on conflict (kind, subject) do nothing
      returning external_id""";

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
                  row.getBoolean("honoured"),
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

  /** The transactions of refunds that Xendit took long ago and never settled; each once. */
  Uni<List<String>> silent(Instant requestedBefore, Instant now) {
    return database
        .run(SILENT, Tuple.of(at(requestedBefore), at(now)))
        .map(rows -> rows.stream().map(row -> row.getString("external_id")).toList());
  }
}
