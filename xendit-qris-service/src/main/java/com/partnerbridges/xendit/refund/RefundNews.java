package com.partnerbridges.xendit.refund;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.xendit.Alarm;
import com.partnerbridges.xendit.settlement.Delivery;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** What Xendit's webhooks say of refunds: stored with its effect, in one statement. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class RefundNews {

  private static final Logger LOG = Logger.getLogger(RefundNews.class);

  /**
   * A refund is known by Xendit's id, or, while that was never told, by its payment: unless the id
   * is an earlier one's, whose webhook came again. Settled ones stay as they are.
   */
  private static final String RECEIVE =
      """
      with r as (
        update refunds q set
          was = q.status,
          status = case
            when $3 in ('SUCCEEDED', 'FAILED') and q.status not in ('SUCCEEDED', 'FAILED')
            then $3 else q.status end,
          xendit_id = coalesce(q.xendit_id, $1),
          moved_at = $5
        where q.xendit_id = $1
          or (q.xendit_id is null and q.payment_id = $2 and q.status in ('REQUESTED', 'UNCLEAR')
            and not exists (select from refunds earlier where earlier.xendit_id = $1))
        returning q.*
      ), o as (
        select coalesce((select case
          when was <> status then 'REFUND_' || status
          when was in ('SUCCEEDED', 'FAILED') and $3 in ('SUCCEEDED', 'FAILED') and was <> $3
            then 'REFUND_CONTRADICTION'
          else 'NOTHING_NEW' end from r limit 1), 'UNKNOWN_REFUND') as outcome
      ), d as (
        insert into webhook_deliveries as q (delivery_key, headers, body, shape, event, external_id,
          payment_id, outcome, received_at, last_received_at)
        select $4, $9::text::jsonb, $6::bytea, $7::text, $8::text, $10::text, $2, outcome, $5, $5
        from o
        on conflict (delivery_key) do update set
          last_received_at = excluded.last_received_at, copies = q.copies + 1
      ), a as (
        insert into attention (kind, subject, external_id, payment_id, amount, detail, created_at,
          last_seen_at)
        select o.outcome, coalesce('refund-' || r.id, $1, $4), coalesce(r.external_id, $10),
          coalesce(r.payment_id, $2), r.amount, case o.outcome
            when 'REFUND_FAILED' then 'Xendit could not make this refund; it can be asked for again.'
            when 'UNKNOWN_REFUND' then 'Xendit speaks of a refund that is not known here.'
            else 'Xendit says ' || $3 || ' of a refund that was ' || r.was || '.' end, $5, $5
        from o left join r on true
        where o.outcome in ('REFUND_FAILED', 'UNKNOWN_REFUND', 'REFUND_CONTRADICTION')
        on conflict (kind, subject) do update set
          seen = attention.seen + 1, last_seen_at = excluded.last_seen_at
        returning kind, seen
      ), %s
      select outcome, (select kind from a where seen = 1) as raised from o"""
          .formatted(RefundEffects.parts("$5", "0"));

  private static final String REFUND = "refund";

  private static final List<String> OUTCOMES =
      List.of(
          "REFUND_SUCCEEDED",
          "REFUND_FAILED",
          "REFUND_CONTRADICTION",
          "NOTHING_NEW",
          "UNKNOWN_REFUND");

  private final Database database;
  private final Doors doors;
  private final Alarm alarm;
  private final Clock clock;

  RefundNews(Database database, Doors doors, Alarm alarm, Clock clock) {
    this.database = database;
    this.doors = doors;
    this.alarm = alarm;
    doors.open(REFUND, OUTCOMES, List.of(Doors.NOT_STORED));
    this.clock = clock;
  }

  /** The outcome, once it is committed. */
  public Uni<String> receive(
      String refundId, String paymentId, String status, String externalId, Delivery delivery) {
    Tuple arguments =
        Tuple.tuple()
            .addString(refundId)
            .addString(paymentId)
            .addString(status)
            .addString(delivery.key())
            .addOffsetDateTime(at(clock.instant()))
            .addBuffer(Buffer.buffer(delivery.body()))
            .addString(delivery.shape().name())
            .addString(delivery.event())
            .addString(delivery.headers())
            .addString(externalId);
    return database
        .run(RECEIVE, arguments)
        .map(rows -> rows.iterator().next())
        .invoke(
            row -> {
              doors.taken(REFUND, row.getString("outcome"));
              LOG.infof(
                  "refund report refund=%s payment=%s outcome=%s",
                  refundId, paymentId, row.getString("outcome"));
              if (row.getString("raised") != null) {
                alarm.raised(row.getString("raised"), externalId);
              }
            })
        .map(row -> row.getString("outcome"))
        .onFailure()
        .invoke(failure -> doors.refused(REFUND, Doors.NOT_STORED));
  }
}
