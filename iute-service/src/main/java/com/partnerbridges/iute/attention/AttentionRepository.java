package com.partnerbridges.iute.attention;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iute.payment.PaymentEvent;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Attention items. Webhooks and polls write theirs in their own statements. */
@ApplicationScoped
public class AttentionRepository {

  private static final String RAISE =
      """
      insert into attention (kind, order_id, detail, created_at, last_seen_at)
      select $1, $2, $3, $4, $4
      where not exists (
        select from attention where order_id = $2 and kind = $1 and resolved_at is not null)
      on conflict (order_id, kind) where resolved_at is null
        do update set seen = attention.seen + 1, last_seen_at = excluded.last_seen_at,
          detail = excluded.detail""";

  private static final String COUNT = "select count(*) as total from attention where %s";

  private static final String LIST =
      """
      select * from attention where %s
      order by created_at desc, id desc offset $1 limit $2""";

  private static final String FIND = "select * from attention where id = $1";

  /**
   * Moves the payment on hold and resolves the item, or does neither. The item that holds a payment
   * cannot be dismissed: nothing else would ever ask for the decision.
   */
  private static final String RESOLVE =
      """
      with u as (
        update payment q set was = q.status, status = $6, moved_at = $2
        where $6::text is not null and q.status = any($7::text[])
          and q.order_id = (select order_id from attention where id = $1 and resolved_at is null)
        returning order_id, was, status
      ), t as (
        update attention set resolved_at = $2, resolved_by = $3, decision = $4, note = $5
        where id = $1 and case when $6::text is not null then exists (select from u)
          else resolved_at is null and (kind not like 'AMOUNT_%' or not exists (
            select from payment p where p.order_id = attention.order_id and p.status = 'ON_HOLD'))
          end
        returning *
      ), h as (
        insert into payment_event (order_id, from_status, to_status, at, cause)
        select order_id, was, status, $2, 'decided by ' || $3 from u
      )
      select * from t""";

  private final Database database;

  AttentionRepository(Database database) {
    this.database = database;
  }

  /**
   * Raises an item, or counts one more on the open item of the same kind and order. What a person
   * has resolved is not raised again.
   */
  public Uni<Void> raise(String kind, String orderId, String detail, Instant now) {
    return database.run(RAISE, Tuple.of(kind, orderId, detail, at(now))).replaceWithVoid();
  }

  Uni<ListView<AttentionItem>> list(boolean open, Page page) {
    String which = open ? "resolved_at is null" : "resolved_at is not null";
    return database.list(
        COUNT.formatted(which), LIST.formatted(which), Tuple.tuple(), page, AttentionItem::of);
  }

  Uni<Optional<AttentionItem>> find(long id) {
    return database
        .run(FIND, Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(AttentionItem::of));
  }

  /** Empty when there is no such open item, or the decision does not fit its payment. */
  Uni<Optional<AttentionItem>> resolve(
      long id, Decision decision, String note, String who, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addLong(id)
            .addOffsetDateTime(at(now))
            .addString(who)
            .addString(decision.name())
            .addString(note)
            .addString(decision.event().map(event -> event.target().name()).orElse(null))
            .addArrayOfString(decision.event().map(PaymentEvent::movesFrom).orElse(new String[0]));
    return database
        .run(RESOLVE, arguments)
        .map(rows -> rows.stream().findFirst().map(AttentionItem::of));
  }
}
