package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Orders as the worker would have left them, written straight into the tables. */
public final class SeededOrders {

  public static final String SITE = "1184402";
  public static final String PHONE = "8015550137";
  public static final String EMAIL = "ada@example.net";

  private final Pool pool;

  public SeededOrders(Pool pool) {
    this.pool = pool;
  }

  /** Before its look-up. */
  public void fresh(String orderref, OrderState state, Instant at) {
    pool.preparedQuery(
            """
            insert into orders (orderref, state, next_attempt_at, created_at, moved_at)
            values ($1, $2, case when $2 in ('RECEIVED', 'IN_PROGRESS') then $3::timestamptz end,
              $3, $3)""")
        .executeAndAwait(Tuple.of(orderref, state.name(), utc(at)));
    step(orderref, 0, "lookup", StepState.WAITING, null);
  }

  /** Looked up: a customer, two services, a ticket and tags are to be made. */
  public void known(String orderref, OrderState state, Instant at) {
    known(orderref, state, at, "Ann", "Lee");
  }

  public void known(
      String orderref, OrderState state, Instant at, String firstName, String lastName) {
    fresh(orderref, state, at);
    Contract contract =
        new Contract(
            firstName,
            lastName,
            EMAIL,
            PHONE,
            "12 ORCHARD LN",
            "4",
            "Murray",
            "UTAH",
            "84107",
            SITE,
            List.of(new Contract.Item("1 Gbps")),
            null,
            null,
            null);
    pool.preparedQuery(
            "update orders set contract = $2, siteid = $3, error = $4 where orderref = $1")
        .executeAndAwait(
            Tuple.of(
                orderref,
                new JsonObject(StoredJson.write(contract)),
                SITE,
                state.hasStopped() ? "It stopped." : null));
    set(orderref, "lookup", StepState.DONE, null);
    step(orderref, 1, "customer", StepState.WAITING, null);
    step(orderref, 2, "service:164", StepState.WAITING, 1);
    step(orderref, 3, "service:172", StepState.WAITING, 1);
    step(orderref, 4, "ticket", StepState.WAITING, null);
    step(orderref, 5, "tags", StepState.WAITING, null);
  }

  /** Everything is done up to the ticket, of which it is not known whether it was opened. */
  public void withUnclearTicket(String orderref, OrderState state, Instant at) {
    known(orderref, state, at);
    set(orderref, "customer", StepState.DONE, "7001");
    set(orderref, "service:164", StepState.DONE, "added");
    set(orderref, "service:172", StepState.DONE, "added");
    set(orderref, "ticket", StepState.UNCLEAR, null);
  }

  public void set(String orderref, String step, StepState state, String result) {
    pool.preparedQuery("update step set state = $3, result = $4 where orderref = $1 and name = $2")
        .executeAndAwait(Tuple.of(orderref, step, state.name(), result));
  }

  public void letter(String orderref, String kind, String state, Instant at) {
    pool.preparedQuery(
            """
            insert into letter (kind, subject, state, queued_at, next_attempt_at)
            values ($1, $2, $3, $4, case when $3 = 'QUEUED' then $4::timestamptz end)""")
        .executeAndAwait(Tuple.of(kind, orderref, state, utc(at)));
  }

  private void step(String orderref, int position, String name, StepState state, Integer quantity) {
    pool.preparedQuery(
            """
            insert into step (orderref, position, name, state, quantity, prorate)
            values ($1, $2, $3, $4, $5, case when $5::integer is not null then false end)""")
        .executeAndAwait(Tuple.of(orderref, position, name, state.name(), quantity));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
