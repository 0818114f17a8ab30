package com.partnerbridges.utopia.callback;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.shared.trace.KeptTrace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Callbacks, and the orders that they begin: one statement for both. */
@ApplicationScoped
class CallbackRepository {

  /**
   * UTOPIA may call before its look-up knows the order. A callback that comes so long after the
   * look-up has denied the order lets it be asked again.
   */
  private static final Duration DENIED_LONG_AGO = Duration.ofMinutes(1);

  private static final String RECEIVE =
      """
      with c as (
        insert into callback (kind, orderref, event, msg, body, body_digest, headers, received_at,
          last_received_at)
        values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $8)
        on conflict (body_digest) do update
          set copies = callback.copies + 1, last_received_at = excluded.last_received_at,
            headers = excluded.headers
      ), o as (
        insert into orders (orderref, state, next_attempt_at, created_at, moved_at, traceparent)
        select $2, 'RECEIVED', $8, $8, $8, $10 where $1 = 'NEW_ORDER'
        on conflict (orderref) do update
          set state = 'RECEIVED', attempts = 0, error = null,
            next_attempt_at = excluded.next_attempt_at, moved_at = excluded.moved_at,
            traceparent = excluded.traceparent
          where orders.state = 'NOT_OURS' and orders.moved_at < $9
        returning orderref
      ), s as (
        insert into step (orderref, position, name) select orderref, 0, 'lookup' from o
        on conflict (orderref, name) do update set state = 'WAITING', error = null
      ), e as (
        insert into order_event (orderref, at, event, actor)
        select orderref, $8, 'RECEIVED', 'callback' from o
      )
      select orderref from o""";

  private final Database database;
  private final Clock clock;

  CallbackRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Gives whether it began an order.
   *
   * @param headers JSON
   */
  Uni<Boolean> receive(Callback callback, String headers) {
    Instant now = clock.instant();
    Tuple arguments =
        Tuple.tuple()
            .addString(callback.kind().name())
            .addString(callback.orderref())
            .addString(callback.event())
            .addString(callback.msg())
            .addBuffer(Buffer.buffer(callback.body()))
            .addBuffer(Buffer.buffer(Sha256.digest(callback.body())))
            .addString(headers)
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(now.minus(DENIED_LONG_AGO)))
            .addString(KeptTrace.now());
    return database.run(RECEIVE, arguments).map(rows -> rows.size() > 0);
  }
}
