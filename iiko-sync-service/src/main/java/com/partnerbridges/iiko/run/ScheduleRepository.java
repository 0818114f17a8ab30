package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What is due by the clock. */
@ApplicationScoped
class ScheduleRepository {

  /**
   * Each entity's part comes before its run, so that the one rule of the parts decides: where a run
   * is under way there is no second one, and the next time comes all the same. The time until then
   * is up to a tenth longer, each time anew.
   */
  private static final String QUEUE_DUE =
      """
      with due as (
        select account_id, entity from schedule where next_at <= $1
        order by next_at limit $4 for update skip locked
      ), s as (
        update schedule s set
          next_at = $1 + (1 + random() * 0.1) * (i.millis * interval '1 millisecond')
        from due join unnest($2::text[], $3::bigint[]) as i(entity, millis)
          on i.entity = due.entity
        where s.account_id = due.account_id and s.entity = due.entity
        returning s.account_id, s.entity
      ), p as (
        insert into part (run_id, account_id, entity, position)
        select nextval(pg_get_serial_sequence('run', 'id')), s.account_id, s.entity, 1
        from s join connection c on c.account_id = s.account_id
        where c.password_sealed is not null
        on conflict do nothing
        returning run_id, account_id, entity
      ), r as (
        insert into run (id, account_id, entity_type, cause, not_before, queued_at)
        overriding system value
        select run_id, account_id, entity, 'SCHEDULE', $1, $1 from p
      )
      select count(*)::integer as moved from s""";

  private final Database database;
  private final Clock clock;

  ScheduleRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Queues what is due.
   *
   * @param intervals by entity
   * @return how many were due
   */
  Uni<Integer> queueDue(Map<String, Duration> intervals, int most) {
    Tuple arguments =
        Tuple.of(at(clock.instant()))
            .addArrayOfString(intervals.keySet().toArray(String[]::new))
            .addArrayOfLong(
                intervals.values().stream().map(Duration::toMillis).toArray(Long[]::new))
            .addInteger(most);
    return database
        .run(QUEUE_DUE, arguments)
        .map(rows -> rows.iterator().next().getInteger("moved"));
  }
}
