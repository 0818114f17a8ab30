package com.partnerbridges.iiko.connection;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.trace.KeptTrace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Who may push, and the runs that come of it. */
@ApplicationScoped
class PushRepository {

  private static final String ALLOW =
      """
      update connection set push_token_sha256 = $2
      where account_id = $1 and password_sealed is not null returning account_id""";

  private static final String QUEUE =
      """
      with c as (
        select account_id from connection
        where push_token_sha256 = $1 and password_sealed is not null
      ), r as (
        insert into run (account_id, entity_type, cause, not_before, queued_at, traceparent)
        select account_id, 'all', 'PUSH', $2, $2, $5 from c
        where $3 and not exists (
          select from part p where p.account_id = c.account_id
            and p.state in ('QUEUED', 'RUNNING'))
        returning id, account_id
      ), p as (
        insert into part (run_id, account_id, entity, position)
        select r.id, r.account_id, e.entity, e.position - 1
        from r cross join unnest($4::text[]) with ordinality as e (entity, position)
      )
      select account_id from c""";

  private final Database database;

  PushRepository(Database database) {
    this.database = database;
  }

  /** In place of the token before. False when the account is not connected. */
  Uni<Boolean> allow(String accountId, byte[] tokenDigest) {
    return did(ALLOW, Tuple.of(accountId, buffer(tokenDigest)));
  }

  /** False when nobody has this token. */
  Uni<Boolean> queue(byte[] tokenDigest, boolean enabled, Instant now) {
    return did(
            QUEUE,
            Tuple.of(
                buffer(tokenDigest), at(now), enabled, StatusRepository.ENTITIES, KeptTrace.now()))
        // somebody else was first: there is a run, as the index of what is under way says
        .onFailure(Database::isDuplicate)
        .recoverWithItem(true);
  }

  private Uni<Boolean> did(String sql, Tuple arguments) {
    return database.run(sql, arguments).map(rows -> rows.size() == 1);
  }

  private static Buffer buffer(byte[] bytes) {
    return Buffer.buffer(bytes);
  }
}
