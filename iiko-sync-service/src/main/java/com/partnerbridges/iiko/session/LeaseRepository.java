package com.partnerbridges.iiko.session;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has an account's session. Each statement that gives or keeps it is its own rule. */
@ApplicationScoped
class LeaseRepository {

  private static final String CLAIM =
      """
      with c as (
        update connection set holder = $2, lease_until = $3
        where account_id = $1 and password_sealed is not null
          and (holder is null or lease_until <= $4)
        returning *
      ), a as (
        insert into credential_audit (account_id, at, actor, action, detail)
        select account_id, $4, $5, 'USED', $6 from c
      )
      select %s from c"""
          .formatted(StoredConnection.COLUMNS);

  /** Also for an account that has never been connected: two may try at once. */
  private static final String CLAIM_ANY =
      """
      insert into connection (account_id, holder, lease_until, created_at) values ($1, $2, $3, $4)
      on conflict (account_id) do update
        set holder = excluded.holder, lease_until = excluded.lease_until
        where connection.holder is null or connection.lease_until <= $4
      returning %s"""
          .formatted(StoredConnection.COLUMNS);

  private static final String IS_CONNECTED =
      "select from connection where account_id = $1 and password_sealed is not null";

  private static final String RENEW =
      """
      update connection set lease_until = $3 where account_id = $1 and holder = $2
      returning exists (select from run where id = $4 and cancel_requested) as is_cancelled""";

  private static final String RELEASE =
      """
      update connection set holder = null, lease_until = null
      where account_id = $1 and holder = $2""";

  /** A connection that came to nothing leaves nothing. */
  private static final String RELEASE_OR_FORGET =
      """
      with gone as (
        delete from connection where account_id = $1 and holder = $2 and base_url is null
          and session_sealed is null returning account_id
      )
      update connection set holder = null, lease_until = null
      where account_id = $1 and holder = $2 and not exists (select from gone)""";

  /** Sessions that nobody holds, and rows of accounts that a first connect left unfinished. */
  private static final String LEFT_BEHIND =
      """
      select account_id from connection c
      where (session_sealed is not null or base_url is null)
        and (holder is null or lease_until <= $1)
        and not exists (
          select from run r where r.account_id = c.account_id
            and r.state in ('QUEUED', 'RUNNING') and r.not_before <= $1)
      order by account_id limit $2""";

  private final Database database;

  LeaseRepository(Database database) {
    this.database = database;
  }

  /** Empty when somebody has it, or when the account is not connected. */
  Uni<Optional<StoredConnection>> claim(
      String accountId, UUID holder, Instant until, Instant now, String actor, String reason) {
    return connection(CLAIM, Tuple.of(accountId, holder, at(until), at(now), actor, reason));
  }

  /** Empty when somebody has it. */
  Uni<Optional<StoredConnection>> claimAny(
      String accountId, UUID holder, Instant until, Instant now) {
    return connection(CLAIM_ANY, Tuple.of(accountId, holder, at(until), at(now)));
  }

  Uni<Boolean> isConnected(String accountId) {
    return database.run(IS_CONNECTED, Tuple.of(accountId)).map(rows -> rows.size() == 1);
  }

  Uni<List<String>> leftBehind(Instant now, int most) {
    return database
        .run(LEFT_BEHIND, Tuple.of(at(now), most))
        .map(rows -> rows.stream().map(row -> row.getString("account_id")).toList());
  }

  /**
   * Whether somebody has asked to cancel the run; empty when somebody else has the lease.
   *
   * @param runId what the lease is used for; null when it is no run
   */
  Uni<Optional<Boolean>> renew(String accountId, UUID holder, Instant until, Long runId) {
    return database
        .run(RENEW, Tuple.of(accountId, holder, at(until), runId))
        .map(rows -> rows.stream().findFirst().map(row -> row.getBoolean("is_cancelled")));
  }

  Uni<Void> release(String accountId, UUID holder) {
    return database.run(RELEASE, Tuple.of(accountId, holder)).replaceWithVoid();
  }

  Uni<Void> releaseOrForget(String accountId, UUID holder) {
    return database.run(RELEASE_OR_FORGET, Tuple.of(accountId, holder)).replaceWithVoid();
  }

  private Uni<Optional<StoredConnection>> connection(String sql, Tuple arguments) {
    return database
        .run(sql, arguments)
        .map(rows -> rows.stream().map(StoredConnection::of).findFirst());
  }
}
