package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The end of a run, or of a try: with what it means for the account, and who is told. */
@ApplicationScoped
class SettleRepository {

  /**
   * A run that somebody has asked to cancel is not put off, nor has it failed: he was told that it
   * will be cancelled. That an account is to be told that all is well again is read from before
   * this statement: only the account's one worker changes it.
   */
  private static final String SETTLE =
      """
      with r as (
        update run set error_code = $5, error = $6, hand_overs = hand_overs + $13,
          state = case when cancel_requested and $4 in ('QUEUED', 'FAILED') then $11 else $4 end,
          not_before = case when $4 = 'QUEUED' then $8 else not_before end,
          ended_at = case when $4 = 'QUEUED' and not cancel_requested then null
            else $7::timestamptz end
        where id = $1 and attempts = $2 and state = any($3)
        returning id, account_id, state, ended_at
      ), p as (
        update part set state = r.state, error_code = $5, error = $6, piece_seen = 0,
          ended_at = r.ended_at
        from r where part.run_id = r.id and part.state in ('QUEUED', 'RUNNING')
      ), c as (
        update connection c set
          failures = case when $9 then $12 + 1 else 0 end,
          not_before = case when $9 then $8 end,
          failed_runs = case when r.state = 'FAILED' then c.failed_runs + 1
            when r.state in ('SUCCEEDED', 'PARTIAL') then 0 else c.failed_runs end,
          alerted_at = case when r.state in ('SUCCEEDED', 'PARTIAL') then null
            when r.state = 'FAILED' and c.alerted_at is null and c.alert_email is not null
              and c.failed_runs + 1 >= $10 then $7
            else c.alerted_at end
        from r where c.account_id = r.account_id
          and ($9 or r.state in ('SUCCEEDED', 'PARTIAL', 'FAILED'))
        returning c.account_id, c.failed_runs, coalesce(c.alerted_at = $7, false) as is_told
      ), l as (
        insert into letter (account_id, kind, run_id, queued_at, next_attempt_at)
        select c.account_id, 'FAILING', r.id, $7, $7 from r, c where c.is_told
        union all
        select r.account_id, 'RECOVERED', r.id, $7, $7
        from r join connection o on o.account_id = r.account_id
        where r.state in ('SUCCEEDED', 'PARTIAL') and o.alerted_at is not null
          and o.alert_email is not null
        on conflict do nothing
      )
      select coalesce(c.failed_runs, 0) as failed_runs, r.state from r left join c on true""";

  private final Database database;
  private final int alertAfter;
  private final Clock clock;

  SettleRepository(Database database, IikoConfig config, Clock clock) {
    this.database = database;
    alertAfter = config.alertAfter();
    this.clock = clock;
  }

  /**
   * What has come of it.
   *
   * @param failedRuns so many in a row by now
   */
  record Settled(RunState state, int failedRuns) {

    private static Settled of(Row row) {
      return new Settled(RunState.valueOf(row.getString("state")), row.getInteger("failed_runs"));
    }
  }

  /** Empty when the run is another's. */
  Uni<Optional<Settled>> settle(Run run, Settlement settlement) {
    RunEvent event = settlement.event();
    Tuple arguments =
        Tuple.of(run.id(), run.attempt())
            .addArrayOfString(event.movesFrom())
            .addString(event.target().name())
            .addString(settlement.code())
            .addString(settlement.error())
            .addOffsetDateTime(at(clock.instant()))
            .addOffsetDateTime(at(settlement.notBefore()))
            .addBoolean(settlement.isPassing())
            .addInteger(alertAfter)
            .addString(RunEvent.CANCELLED.target().name())
            .addInteger(run.failures())
            .addInteger(settlement.isHandOver() ? 1 : 0);
    return database.run(SETTLE, arguments).map(rows -> rows.stream().findFirst().map(Settled::of));
  }
}
