package com.partnerbridges.xendit.attention;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.EnvelopeList;
import com.partnerbridges.xendit.Page;
import com.partnerbridges.xendit.refund.RefundEffects;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Attention items. */
@ApplicationScoped
class AttentionRepository {

  private static final String COUNT = "select count(*) as total from attention t where %s";

  private static final String LIST =
      "select "
          + AttentionItem.COLUMNS
          + " from attention t where %s order by t.created_at desc, t.id desc offset $1 limit $2";

  private static final String FIND =
      "select %s from attention t where t.id = $1".formatted(AttentionItem.COLUMNS);

  /**
   * What the decision is about is locked and judged by its own columns. A refund that was made in
   * another way is written down as one, so that Xendit is not asked for it as well. An unclear
   * refund must be decided, since nothing else would ever end it.
   */
  private static final String RESOLVE =
      """
      with x as (
        select tr_external_id, tr_amount from transactions
        where tr_external_id = (select external_id from attention where id = $1)
        for update
      ), f as (
        select refunds.id from refunds
        where 'refund-' || refunds.id = (select subject from attention where id = $1)
          and (select count(*) from x) >= 0
        for update
      ), i as (
        select id, kind, subject, external_id, payment_id, amount from attention
        where id = $1 and resolved_at is null and (select count(*) from f) >= 0
        for update
      ), h as (
        update transactions set tr_honoured_at = $2
        from i
        where $4 = 'HONOURED' and i.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT')
          and tr_external_id = i.external_id and tr_status in ('FAILED', 'EXPIRED')
          and tr_refund_at is null
        returning i.id
      ), g as (
        update transactions set tr_refund_at = coalesce(tr_refund_at, $2)
        from i
        where $4 = 'REFUNDED' and i.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT', 'PAID_TWICE')
          and tr_external_id = i.external_id and tr_honoured_at is null
        returning i.id
      ), made as (
        insert into refunds (payment_id, external_id, amount, reason, status, requested_by,
          requested_at, moved_at)
        select i.payment_id, i.external_id, greatest(floor(coalesce(i.amount, x.tr_amount)), 1)::bigint,
          $5, 'SUCCEEDED', $3, $2, $2
        from i join g using (id) join x on x.tr_external_id = i.external_id
        where i.payment_id is not null
        on conflict (payment_id) where status <> 'FAILED' do nothing
      ), r as (
        update refunds q set was = q.status, moved_at = $2,
          status = case $4 when 'REFUNDED' then 'SUCCEEDED' else 'FAILED' end
        from i
        where $4 in ('REFUNDED', 'NOT_REFUNDED') and 'refund-' || q.id = i.subject
          and i.kind in ('REFUND_UNCLEAR', 'REFUND_SILENT') and q.status in ('UNCLEAR', 'PENDING')
        returning q.*
      ), %s
      update attention t set resolved_at = $2, resolved_by = $3, decision = $4, note = $5
      from i
      where t.id = i.id and case
        when i.kind in ('REFUND_UNCLEAR', 'REFUND_SILENT') then exists (select from r)
        when $4 = 'HONOURED' then exists (select from h)
        when $4 = 'REFUNDED' then exists (select from g)
        else $4 = 'NOTED' end
      returning %s"""
          .formatted(RefundEffects.parts("$2", "$1"), AttentionItem.COLUMNS);

  private final Database database;

  AttentionRepository(Database database) {
    this.database = database;
  }

  Uni<EnvelopeList<AttentionItem>> list(boolean open, Page part) {
    String which = open ? "t.resolved_at is null" : "t.resolved_at is not null";
    return database
        .run(COUNT.formatted(which), Tuple.tuple())
        .flatMap(
            counted ->
                database
                    .run(LIST.formatted(which), Tuple.of(part.skip, part.limit))
                    .map(
                        rows ->
                            EnvelopeList.of(
                                open ? "Open items." : "Resolved items.",
                                rows.stream().map(AttentionItem::of).toList(),
                                counted.iterator().next().getLong("total"),
                                part)));
  }

  Uni<Optional<AttentionItem>> find(long id) {
    return database
        .run(FIND, Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(AttentionItem::of));
  }

  /** Empty when there is no such open item, or the decision does not fit it. */
  Uni<Optional<AttentionItem>> resolve(
      long id, Decision decision, String note, String who, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addLong(id)
            .addOffsetDateTime(at(now))
            .addString(who)
            .addString(decision.name())
            .addString(note);
    return database
        .run(RESOLVE, arguments)
        .map(rows -> rows.stream().findFirst().map(AttentionItem::of));
  }
}
