package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.sync.Suspicious;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs that are worked on. Every write is one statement, and only that of who is in charge. */
@ApplicationScoped
class WorkRepository {

  /** Some are looked at, so that instances which wake together do not all want the same one. */
  private static final String DUE =
      """
      select account_id from (
        select r.account_id
        from run r join connection c on c.account_id = r.account_id
        where r.state in ('QUEUED', 'RUNNING') and r.not_before <= $1
          and (c.not_before is null or c.not_before <= $1)
          and (c.holder is null or c.lease_until <= $1)
          and r.account_id <> all($2)
        order by r.not_before limit 32
      ) as first_due
      group by account_id order by random() limit $3""";

  private static final String BEGIN =
      """
      with due as (
        select id from run
        where account_id = $1 and state = any($3) and not_before <= $2
        order by not_before, id limit 1 for update skip locked
      )
      update run set state = $4, attempts = run.attempts + 1,
        started_at = coalesce(run.started_at, $2)
      from due where run.id = due.id and run.state = any($3)
      returning run.*, (
        select failures from connection c where c.account_id = run.account_id
      ) as failures""";

  private static final String NEXT_PART =
      """
      select p.*, exists (
          select from part o join run r on r.id = o.run_id
          where o.account_id = p.account_id and o.entity = 'invoices'
            and o.state in ('SUCCEEDED', 'PARTIAL') and r.window_from is null
        ) as has_history
      from part p
      where p.run_id = $1 and p.state in ('QUEUED', 'RUNNING')
      order by p.position limit 1""";

  private static final String START_PART =
      """
      update part p set state = 'RUNNING', started_at = coalesce(p.started_at, $4),
        from_day = coalesce(p.from_day, $5), to_day = coalesce(p.to_day, $6),
        next_day = coalesce(p.next_day, p.from_day, $5)
      from run r
      where r.id = $1 and r.attempts = $2 and r.state = 'RUNNING'
        and p.run_id = r.id and p.entity = $3 and p.state = 'QUEUED'""";

  private static final String FAIL_PART =
      """
      update part p set state = 'FAILED', error_code = $4, error = $5, ended_at = $6,
        piece_seen = 0, shrink_from = $7, shrink_to = $8
      from run r
      where r.id = $1 and r.attempts = $2 and r.state = 'RUNNING'
        and p.run_id = r.id and p.entity = $3 and p.state = 'RUNNING'""";

  private static final String ENDED_PARTS =
      "select state, error_code, error from part where run_id = $1 order by position";

  private final Database database;
  private final Clock clock;

  WorkRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Accounts that have something to do and that nobody works on. */
  Uni<List<String>> due(Collection<String> butNot, int most) {
    Tuple arguments =
        Tuple.of(at(clock.instant()))
            .addArrayOfString(butNot.toArray(String[]::new))
            .addInteger(most);
    return database
        .run(DUE, arguments)
        .map(rows -> rows.stream().map(row -> row.getString("account_id")).toList());
  }

  /** The account's next due run, which is the caller's from now on. */
  Uni<Optional<Run>> begin(String accountId) {
    Tuple arguments =
        Tuple.of(accountId, at(clock.instant()))
            .addArrayOfString(RunEvent.BEGUN.movesFrom())
            .addString(RunEvent.BEGUN.target().name());
    return database.run(BEGIN, arguments).map(rows -> rows.stream().findFirst().map(Run::of));
  }

  Uni<Optional<Part>> nextPart(Run run) {
    return database
        .run(NEXT_PART, Tuple.of(run.id()))
        .map(rows -> rows.stream().findFirst().map(Part::of));
  }

  Uni<Void> start(Run run, Part part, Window window) {
    Tuple arguments =
        Tuple.of(run.id(), run.attempt(), part.entity().word(), at(clock.instant()))
            .addLocalDate(window.from())
            .addLocalDate(window.to());
    return database.run(START_PART, arguments).replaceWithVoid();
  }

  Uni<Void> fail(Run run, Part part, String code, String error) {
    return fail(run, part, code, error, null, null);
  }

  Uni<Void> doubt(Run run, Part part, Suspicious why) {
    return fail(run, part, "SUSPICIOUS", why.getMessage(), why.known(), why.left());
  }

  private Uni<Void> fail(Run run, Part part, String code, String error, Long from, Long to) {
    Tuple arguments =
        Tuple.of(run.id(), run.attempt(), part.entity().word(), code, error)
            .addOffsetDateTime(at(clock.instant()))
            .addLong(from)
            .addLong(to);
    return database.run(FAIL_PART, arguments).replaceWithVoid();
  }

  /** How a run ends whose parts have all ended. */
  Uni<Settlement> sum(Run run) {
    return database
        .run(ENDED_PARTS, Tuple.of(run.id()))
        .map(rows -> rows.stream().map(EndedPart::of).toList())
        .map(EndedPart::sum);
  }
}
