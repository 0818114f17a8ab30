package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes what is older than SYNC_LOG_RETENTION, with what belongs to it, some at a time. The
 * newest run of each entity stays, and is looked at once a day.
 */
@ApplicationScoped
class Retention implements DueTask {

  private static final int ROWS = 2000;
  private static final int RUNS = 20;
  private static final Duration UNTIL_NEXT_LOOK = Duration.ofDays(1);

  /** A run goes when its errors have gone, of which there may be many. */
  private static final String DELETE =
      """
      with due as (
        select id from run
        where ended_at is not null and coalesce(spared_at, ended_at) < $1
        order by coalesce(spared_at, ended_at) limit $3 for update skip locked
      ), newest as (
        select distinct due.id from due join part p on p.run_id = due.id
        where not exists (
          select from part newer
          where newer.account_id = p.account_id and newer.entity = p.entity
            and newer.run_id > p.run_id)
      ), spared as (
        update run set spared_at = $4 from newest where run.id = newest.id
      ), old as (
        select id from due except select id from newest
      ), requests as (
        delete from request_log where id in (
          select id from request_log where at < $1 order by at limit $2)
        returning 1
      ), errors as (
        delete from record_error where id in (
          select e.id from record_error e join old on old.id = e.run_id limit $2)
        returning 1
      ), bare as (
        select id from old
        where not exists (select from record_error e where e.run_id = old.id)
      ), l as (
        delete from letter using bare where run_id = bare.id
      ), p as (
        delete from part using bare where run_id = bare.id
      ), r as (
        delete from run using bare where run.id = bare.id returning 1
      )
      select (select count(*) from requests) + (select count(*) from errors)
        + (select count(*) from r) as deleted""";

  private final Database database;
  private final Duration keep;
  private final Clock clock;

  Retention(Database database, IikoConfig config, Clock clock) {
    this.database = database;
    keep = config.sync().keepLog();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Uni<Integer> workOff() {
    Instant before = clock.instant().minus(keep);
    return database
        .run(DELETE, Tuple.of(at(before), ROWS, RUNS, at(before.plus(UNTIL_NEXT_LOOK))))
        .map(rows -> rows.iterator().next().getLong("deleted").intValue());
  }
}
