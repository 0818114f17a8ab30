package com.partnerbridges.xendit.attention;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.EnvelopeList;
import com.partnerbridges.xendit.Page;
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
   * What the decision is about is locked before the item, as settlement and refunds do it. An
   * unclear refund must be decided, since nothing else would ever end it.
   */
  private static final String RESOLVE =
      """
      with x as (
        select tr_external_id from transactions
        where tr_external_id = (select external_id from attention where id = $1)
        for update
      ), i as (
        select id, kind, subject, external_id, payment_id from attention
        where id = $1 and resolved_at is null and (select count(*) from x) >= 0
        for update
      ), h as (
        update transactions set tr_honoured_at = $2
        from i
        where $4 = 'HONOURED' and i.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT')
          and tr_external_id = i.external_id and tr_status in ('FAILED', 'EXPIRED')
          and not exists (select from refunds f
            where f.payment_id = i.payment_id and f.status <> 'FAILED')
        returning i.id
      ), r as (
        update refunds set status = case $4 when 'REFUNDED' then 'SUCCEEDED' else 'FAILED' end,
          moved_at = $2
        from i
        where $4 in ('REFUNDED', 'NOT_REFUNDED') and i.kind = 'REFUND_UNCLEAR'
          and 'refund-' || refunds.id = i.subject and refunds.status = 'UNCLEAR'
        returning i.id
      )
      update attention t set resolved_at = $2, resolved_by = $3, decision = $4, note = $5
      from i
      where t.id = i.id and case
        when i.kind = 'REFUND_UNCLEAR' then exists (select from r)
        when $4 = 'HONOURED' then exists (select from h)
        else $4 in ('NOTED', 'REFUNDED') end
      returning %s"""
          .formatted(AttentionItem.COLUMNS);

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
