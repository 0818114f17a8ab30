package com.partnerbridges.utopia.order;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.utopia.UtopiaConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders that are worked on. Every write is one statement, and only the claim's own. */
@ApplicationScoped
public class OrderRepository {

  private static final String FIND =
      "select %s from orders o where o.orderref = $1".formatted(Order.COLUMNS);

  /** A claim pushes the next try behind the lease: if this instance dies, another takes over. */
  private static final String CLAIM =
      """
      with due as (
        select orderref from orders where next_attempt_at <= $1
        order by next_attempt_at limit $3 for update skip locked
      )
      update orders o set next_attempt_at = $2, claims = o.claims + 1, state = 'IN_PROGRESS',
        moved_at = case when o.state = 'RECEIVED' then $1 else o.moved_at end
      from due where o.orderref = due.orderref and o.next_attempt_at <= $1
      returning %s"""
          .formatted(Order.COLUMNS);

  private static final String BEGIN =
      """
      with o as (
        update orders set next_attempt_at = $4, creating_site = $6
        where orderref = $1 and claims = $2 and state = 'IN_PROGRESS'
        returning orderref
      )
      update step set state = 'STARTED', at = $3, error = null
      from o where step.orderref = o.orderref and step.name = $5 and step.state <> 'DONE'
      returning step.name""";

  private static final String SETTLE =
      """
      with o as (
        update orders set state = $3, attempts = $4, next_attempt_at = $5, error = $6,
          creating_site = case when $7 then creating_site end,
          contract = coalesce($8::text::jsonb, contract), siteid = coalesce($9, siteid),
          moved_at = case when state = $3 then moved_at else $10 end
        where orderref = $1 and claims = $2 and state = 'IN_PROGRESS'
        returning orderref
      ), s as (
        update step set state = $12, result = $13, error = $6, at = $10
        from o where step.orderref = o.orderref and step.name = $11
      ), n as (
        insert into step (orderref, position, name, quantity, prorate)
        select o.orderref, p.position, p.name, p.quantity, p.prorate
        from o, jsonb_to_recordset($14::text::jsonb)
          as p(position integer, name text, quantity integer, prorate boolean)
        on conflict do nothing
      ), l as (
        insert into letter (kind, subject, reason, queued_at, next_attempt_at)
        select $3, o.orderref, coalesce($6, ''), $10, $10
        from o where $3 in ('DONE', 'NEEDS_ATTENTION', 'DEAD')
        on conflict do nothing
      ), e as (
        insert into order_event (orderref, at, event, actor, detail)
        select o.orderref, $10, case $3 when 'IN_PROGRESS' then 'TRY_FAILED' else $3 end, 'service', $6
        from o where $3 <> 'IN_PROGRESS' or $6 is not null
      )
      select orderref from o""";

  private final Database database;
  private final Duration lease;
  private final Clock clock;

  OrderRepository(Database database, UtopiaConfig config, Clock clock) {
    this.database = database;
    this.lease = config.order().lease();
    this.clock = clock;
  }

  /** Whether a step could be begun. */
  enum Begun {
    YES,
    /** Another instance, or a person, has the order now. */
    NOT_IN_CHARGE,
    /** Another order is making the customer of the same site. */
    SITE_IS_TAKEN
  }

  public Uni<Optional<Order>> find(String orderref) {
    return database
        .run(FIND, Tuple.of(orderref))
        .map(rows -> rows.stream().findFirst().map(Order::of));
  }

  Uni<List<Order>> claim(int most) {
    Instant now = clock.instant();
    return database
        .run(CLAIM, Tuple.of(at(now), at(now.plus(lease)), most))
        .map(rows -> rows.stream().map(Order::of).toList());
  }

  /**
   * Stores that PowerCode is about to be asked, and renews the lease.
   *
   * @param creatingSite the site that a customer is made for; null for other steps
   */
  Uni<Begun> begin(Order order, String step, String creatingSite) {
    Instant now = clock.instant();
    Tuple arguments =
        Tuple.tuple()
            .addString(order.orderref())
            .addInteger(order.claims())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(now.plus(lease)))
            .addString(step)
            .addString(creatingSite);
    return database
        .run(BEGIN, arguments)
        .map(rows -> rows.size() == 0 ? Begun.NOT_IN_CHARGE : Begun.YES)
        .onFailure(Database::isDuplicate)
        .recoverWithItem(Begun.SITE_IS_TAKEN);
  }

  /** Stores what became of a step. False when the order is not the claim's any more. */
  Uni<Boolean> settle(Order claimed, Settlement settlement) {
    Tuple arguments =
        Tuple.tuple()
            .addString(claimed.orderref())
            .addInteger(claimed.claims())
            .addString(settlement.state().name())
            .addInteger(settlement.attempts())
            .addOffsetDateTime(at(settlement.next()))
            .addString(settlement.error())
            .addBoolean(settlement.holdsSite())
            .addString(
                settlement.contract() == null ? null : StoredJson.write(settlement.contract()))
            .addString(settlement.contract() == null ? null : settlement.contract().siteid())
            .addOffsetDateTime(at(clock.instant()))
            .addString(settlement.step() == null ? null : settlement.step().name())
            .addString(settlement.step() == null ? null : settlement.step().state().name())
            .addString(settlement.step() == null ? null : settlement.step().result())
            .addString(StoredJson.write(settlement.furtherSteps()));
    return database.run(SETTLE, arguments).map(rows -> rows.size() > 0);
  }
}
