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

/**
 * Deletes what is older than SYNC_LOG_RETENTION, with what belongs to it, some at a time. The
 * newest run of each entity stays.
 */
@ApplicationScoped
class Retention implements DueTask {

  private static final int REQUESTS = 2000;
  private static final int RUNS = 20;

  private static final String DELETE =
      """
      with old as (
        select r.id from run r
        where r.ended_at < $1 and not exists (
          select from part p where p.run_id = r.id and not exists (
            select from part newer
            where newer.account_id = p.account_id and newer.entity = p.entity
              and newer.run_id > p.run_id))
        order by r.ended_at limit $3
      ), requests as (
        delete from request_log where id in (
          select id from request_log where at < $1 order by at limit $2)
        returning 1
      ), e as (
        delete from record_error using old where run_id = old.id
      ), l as (
        delete from letter using old where run_id = old.id
      ), p as (
        delete from part using old where run_id = old.id
      ), r as (
        delete from run using old where run.id = old.id returning 1
      )
      select (select count(*) from requests) + (select count(*) from r) as deleted""";

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
    return database
        .run(DELETE, Tuple.of(at(clock.instant().minus(keep)), REQUESTS, RUNS))
        .map(rows -> rows.iterator().next().getLong("deleted").intValue());
  }
}
