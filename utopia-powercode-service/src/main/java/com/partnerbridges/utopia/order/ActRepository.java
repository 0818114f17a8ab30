package com.partnerbridges.utopia.order;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.trace.KeptTrace;
import com.partnerbridges.utopia.order.Wish.ByHand;
import com.partnerbridges.utopia.order.Wish.Window;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What people do to orders, each act one statement that holds its own rule. An order that somebody
 * else changed while the statement looked at its steps is left alone: its number of claims tells.
 */
@ApplicationScoped
class ActRepository {

  private static final String START =
      """
      with o as (
        insert into orders (orderref, state, next_attempt_at, created_at, moved_at, traceparent)
        values ($1, 'RECEIVED', $2, $2, $2, $4) on conflict do nothing returning orderref
      ), s as (
        insert into step (orderref, position, name) select orderref, 0, 'lookup' from o
      ), e as (
        insert into order_event (orderref, at, event, actor)
        select orderref, $2, 'STARTED_BY_HAND', $3 from o
      )
      select orderref from o""";

  /** Steps of {@code o} that may have been done or not, which nobody can look up. */
  private static final String UNCLEAR =
      """
      select from step s where s.orderref = o.orderref and s.state in ('STARTED', 'UNCLEAR')
        and (s.name = 'ticket' or s.name like 'service:%')""";

  /**
   * An order that was another provider's is looked up again, and so is one whose look-up failed.
   * What was begun and can be looked up is left to the worker, which does that first.
   */
  private static final String GO_ON =
      """
      o as (
        update orders set state = 'IN_PROGRESS', attempts = 0, error = null,
          next_attempt_at = $2, moved_at = $2, claims = orders.claims + 1
        from seen where orders.orderref = seen.orderref and orders.claims = seen.claims
          and orders.state = seen.state
        returning orders.orderref, seen.state as was
      ), s as (
        update step set state = 'WAITING', error = null from o
        where step.orderref = o.orderref and (step.state = 'FAILED' or step.name = $4
          or step.name = 'lookup' and o.was = 'NOT_OURS')
      ), e as (
        insert into order_event (orderref, at, event, actor, detail)
        select orderref, $2, 'RETRIED', $3, 'repeat ' || $4 from o
      )""";

  private static final String RETRY =
      """
      with seen as materialized (
        select o.orderref, o.claims, o.state from orders o
        where o.orderref = $1 and o.state = any($5)
          and not exists (%s and s.name is distinct from $4)
          and ($4::text is null or exists (%<s and s.name = $4))
      ), %s
      select orderref from o"""
          .formatted(UNCLEAR, GO_ON);

  private static final String RETRY_WINDOW =
      """
      with due as materialized (
        select o.orderref, o.claims, o.state, exists (%s) as unclear,
          row_number() over (order by o.moved_at, o.orderref) as nr
        from orders o where o.state = $1 and o.moved_at >= $5 and o.moved_at < $6
      ), seen as materialized (
        select * from due where not unclear order by nr limit 500
      ), %s
      select (select count(*) from o) as retried,
        (select count(*) from due where unclear) as skipped,
        (select array_agg(orderref order by nr) from (
          select * from due where unclear order by nr limit 100) first) as skipped_orders,
        (select count(*) from due where not unclear) - (select count(*) from o) as left"""
          .formatted(UNCLEAR, GO_ON);

  private static final String RESOLVE =
      """
      with o as (
        update orders set state = 'RESOLVED', next_attempt_at = null, creating_site = null,
          moved_at = $2, claims = claims + 1
        where orderref = $1 and state = any($5) returning orderref
      ), e as (
        insert into order_event (orderref, at, event, actor, detail)
        select orderref, $2, 'RESOLVED', $3, $4 from o
      )
      select orderref from o""";

  /** The order goes on when nothing else is left for a person to decide. */
  private static final String STEP =
      """
      with seen as materialized (
        select o.orderref, o.claims, not exists (
            select from step s where s.orderref = o.orderref and s.name <> $4
              and (s.state = 'FAILED' or s.state in ('STARTED', 'UNCLEAR')
                and (s.name = 'ticket' or s.name like 'service:%'))) as goes_on
        from orders o join step s on s.orderref = o.orderref and s.name = $4
        where o.orderref = $1 and o.state in ('NEEDS_ATTENTION', 'DEAD') and s.state <> 'DONE'
          and s.name <> 'lookup'
      ), o as (
        update orders set state = case when goes_on then 'IN_PROGRESS' else state end,
          next_attempt_at = case when goes_on then $2::timestamptz end,
          error = case when goes_on then null else error end,
          moved_at = case when goes_on then $2 else moved_at end, attempts = 0,
          creating_site = case when $4 = 'customer' then null else creating_site end,
          claims = orders.claims + 1
        from seen where orders.orderref = seen.orderref and orders.claims = seen.claims
        returning orders.orderref
      ), s as (
        update step set state = 'DONE', result = coalesce($5, 'by hand'), error = null, at = $2 from o
        where step.orderref = o.orderref and step.name = $4
      ), e as (
        insert into order_event (orderref, at, event, actor, detail)
        select orderref, $2, 'STEP_BY_HAND', $3, concat_ws(' ', $4::text, $5::text) from o
      )
      select orderref from o""";

  private static final String MAIL =
      """
      with l as (
        update letter set state = 'BY_HAND', next_attempt_at = null, sent_at = $2, error = null
        where state in ('QUEUED', 'FAILED') and id = (
          select max(id) from letter where subject = $1 and kind <> 'TEMPLATE_BROKEN')
        returning subject
      ), e as (
        insert into order_event (orderref, at, event, actor, detail)
        select subject, $2, 'STEP_BY_HAND', $3, concat_ws(' ', $4::text, $5::text) from l
      )
      select subject from l""";

  private static final String[] STOPPED =
      Arrays.stream(OrderState.values())
          .filter(OrderState::hasStopped)
          .map(Enum::name)
          .toArray(String[]::new);

  private final Database database;

  ActRepository(Database database) {
    this.database = database;
  }

  /** False when there is such an order already. */
  Uni<Boolean> start(String orderref, String who, Instant now) {
    return did(START, Tuple.of(orderref, at(now), who, KeptTrace.now()));
  }

  /**
   * @param repeat an unclear step that is to be done again, or null
   */
  Uni<Boolean> retry(String orderref, String repeat, String who, Instant now) {
    return did(RETRY, Tuple.of(orderref, at(now), who, repeat, STOPPED));
  }

  Uni<WindowView> retry(Window window, String who, Instant now) {
    Tuple arguments =
        Tuple.of(window.state().name(), at(now), who, null, at(window.from()), at(window.to()));
    return database
        .run(RETRY_WINDOW, arguments)
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new WindowView(
                    row.getLong("retried"),
                    row.getLong("skipped"),
                    row.getValue("skipped_orders") == null
                        ? List.of()
                        : List.of(row.getArrayOfStrings("skipped_orders")),
                    row.getLong("left")));
  }

  Uni<Boolean> resolve(String orderref, String note, String who, Instant now) {
    return did(RESOLVE, Tuple.of(orderref, at(now), who, note, STOPPED));
  }

  Uni<Boolean> step(String orderref, ByHand done, String who, Instant now) {
    String sql = done.step().equals(Step.MAIL) ? MAIL : STEP;
    return did(sql, Tuple.of(orderref, at(now), who, done.step(), done.result()));
  }

  private Uni<Boolean> did(String sql, Tuple arguments) {
    return database.run(sql, arguments).map(rows -> rows.size() == 1);
  }
}
