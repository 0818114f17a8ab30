package com.partnerbridges.iiko.connection;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.credential.CredentialVault.Sealed;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.trace.KeptTrace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Stores connections and ends them, each with its audit line and its runs in one statement. */
@ApplicationScoped
class ConnectionRepository {

  /**
   * A new server, or the first one, is read from the start; the schedules begin apart. Runs that
   * wait for the server before, which nobody works on while its lease is ours, make room for that;
   * and since another server has other records, all that we have may be missing there. What is
   * stored is read under lock, since an account may be disconnected at any moment.
   */
  private static final String STORE =
      """
      with was as materialized (
        select account_id, password_sealed is not null as is_connected,
          password_sealed is null or base_url <> $3 or source <> $4 as is_new,
          base_url <> $3 or source <> $4 as is_other
        from connection where account_id = $1 for update
      ), c as (
        update connection set base_url = $3, source = $4, time_zone = $5, alert_email = $6,
          username_sealed = $7, password_sealed = $8, key_id = $9, key_state = 'USABLE',
          last_connected_at = $10, error_code = null, error = null,
          not_before = null, failures = 0, holder = null, lease_until = null
        from was where connection.account_id = was.account_id and holder = $2
          and (was.is_connected or not $14)
        returning connection.account_id, was.is_connected, was.is_new, was.is_other
      ), a as (
        insert into credential_audit (account_id, at, actor, action)
        select account_id, $10, $11, case when is_connected then 'CHANGED' else 'STORED' end from c
      ), old as (
        update run set state = 'CANCELLED', ended_at = $10, cancel_requested = true
        from c where c.is_new and run.account_id = c.account_id
          and run.state in ('QUEUED', 'RUNNING')
        returning run.id
      ), old_part as (
        update part set state = 'CANCELLED', ended_at = $10 from old
        where part.run_id = old.id and part.state in ('QUEUED', 'RUNNING')
        returning part.run_id
      ), r as (
        insert into run
          (account_id, entity_type, cause, requested_by, is_full, may_shrink, not_before, queued_at,
            traceparent)
        select account_id, 'all', 'FIRST', $11, true, coalesce(is_other, false), $10, $10, $15
        from c
        where is_new
        returning id, account_id
      ), p as (
        insert into part (run_id, account_id, entity, position)
        select r.id, r.account_id, e.entity, e.position - 1
        -- counted first, so that the index of what is under way has no more of the old ones
        from (select count(*) from old_part) as ended cross join r cross join unnest($12::text[]) with ordinality as e (entity, position)
      ), s as (
        insert into schedule (account_id, entity, next_at)
        select c.account_id, e.entity,
          $10::timestamptz + make_interval(secs => e.seconds * (0.5 + random() / 2))
        from c cross join unnest($12::text[], $13::bigint[]) as e (entity, seconds)
        on conflict (account_id, entity) do nothing
      )
      select account_id from c""";

  private static final String WIPE =
      """
      with c as (
        update connection set username_sealed = null, password_sealed = null, key_id = null,
          key_state = 'USABLE', push_token_sha256 = null, error_code = null, error = null,
          not_before = null, failures = 0, failed_runs = 0, alerted_at = null
        where account_id = $1 and password_sealed is not null
        returning account_id
      ), a as (
        insert into credential_audit (account_id, at, actor, action)
        select account_id, $2, $3, 'WIPED' from c
      )
      select account_id from c""";

  /**
   * A run that nobody works on ends at once, the others are asked to. A statement of its own, since
   * it has to see what was stored while {@link #WIPE} waited for the row; an account that has been
   * connected again meanwhile keeps what it has.
   */
  private static final String END =
      """
      with c as materialized (
        select account_id, holder is null or lease_until <= $2 as is_free from connection
        where account_id = $1 and password_sealed is null for update
      ), s as (
        delete from schedule using c where schedule.account_id = c.account_id
      ), r as (
        update run set
          state = case when run.state = 'QUEUED' or c.is_free then 'CANCELLED' else run.state end,
          ended_at = case when run.state = 'QUEUED' or c.is_free then $2::timestamptz end,
          cancel_requested = true
        from c where run.account_id = c.account_id and run.state in ('QUEUED', 'RUNNING')
        returning run.id, run.state
      )
      update part set state = 'CANCELLED', ended_at = $2 from r
      where part.run_id = r.id and r.state = 'CANCELLED' and part.state in ('QUEUED', 'RUNNING')""";

  /** A server that was left alone is asked again at once. */
  private static final String ANSWERS =
      """
      with c as (
        update connection set not_before = null, failures = 0 where account_id = $1
        returning account_id
      )
      update run set not_before = $2 from c
      where run.account_id = c.account_id and run.state = 'QUEUED' and run.not_before > $2""";

  private static final String IS_SYNCING =
      "select from run where account_id = $1 and state = 'RUNNING'";

  private final Database database;

  ConnectionRepository(Database database) {
    this.database = database;
  }

  /**
   * Gives the lease back, too.
   *
   * @param isChange of a connection that must be there still
   * @param intervals seconds between two runs of each entity
   * @return false when somebody else has the lease, or what was to be changed has gone
   */
  Uni<Boolean> store(
      String accountId,
      UUID holder,
      boolean isChange,
      Settings settings,
      Sealed login,
      Long[] intervals,
      String actor,
      Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addString(accountId)
            .addUUID(holder)
            .addString(settings.baseUrl().toString())
            .addString(settings.sourceWord())
            .addString(settings.zone().getId())
            .addString(settings.alertEmail())
            .addString(login.username())
            .addString(login.password())
            .addString(login.keyId())
            .addOffsetDateTime(at(now))
            .addString(actor)
            .addArrayOfString(StatusRepository.ENTITIES)
            .addArrayOfLong(intervals)
            .addBoolean(isChange)
            .addString(KeptTrace.now());
    return did(STORE, arguments)
        // a schedule has just queued a run, which is ended by the next try
        .onFailure(Database::isDuplicate)
        .retry()
        .atMost(2);
  }

  /** False when the account was not connected. */
  Uni<Boolean> disconnect(String accountId, String actor, Instant now) {
    return did(WIPE, Tuple.of(accountId, at(now), actor))
        .call(() -> database.run(END, Tuple.of(accountId, at(now))));
  }

  /** Somebody has seen that the server lets us in again. */
  Uni<Void> answers(String accountId, Instant now) {
    return database.run(ANSWERS, Tuple.of(accountId, at(now))).replaceWithVoid();
  }

  Uni<Boolean> isSyncing(String accountId) {
    return did(IS_SYNCING, Tuple.of(accountId));
  }

  private Uni<Boolean> did(String sql, Tuple arguments) {
    return database.run(sql, arguments).map(rows -> rows.size() > 0);
  }
}
