package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.at;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.trace.KeptTrace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as people ask for them and look at them. */
@ApplicationScoped
public class RunRepository {

  /** {@code part_once} refuses the statement when a run of one of the entities is under way. */
  private static final String QUEUE =
      """
      with r as (
        insert into run (account_id, entity_type, cause, requested_by, is_full, may_shrink,
          window_from, window_to, not_before, queued_at, traceparent)
        select c.account_id, $2, 'MANUAL', $3, $4, $5, $6, $7, $8, $8, $10
        from connection c where c.account_id = $1 and c.password_sealed is not null
        returning id, account_id
      ), p as (
        insert into part (run_id, account_id, entity, position)
        select r.id, r.account_id, e.entity, e.position
        from r, unnest($9::text[]) with ordinality as e(entity, position)
      )
      select id from r""";

  private static final String UNDER_WAY =
      """
      select run_id from part
      where account_id = $1 and entity = any($2) and state = any($3)
      order by position limit 1""";

  private static final String WHERE =
      """
      where account_id = $1 and ($2::text is null or state = $2)
        and ($3::text is null or entity_type = $3)
      """;

  private static final String COUNT = "select count(*) as total from run " + WHERE;

  /** Of a run and its parts in one statement, so that they fit together. */
  private static final String PAGE =
      """
      select %s from (
        select * from run %s order by id desc offset $4 limit $5) r
      join part p on p.run_id = r.id
      order by r.id desc, p.position"""
          .formatted(RunView.COLUMNS, WHERE);

  private static final String FIND =
      """
      select %s from run r join part p on p.run_id = r.id
      where r.account_id = $1 and r.id = $2 order by p.position"""
          .formatted(RunView.COLUMNS);

  private static final String CANCEL =
      """
      with r as (
        update run set cancel_requested = true,
          state = case when state = any($3) then $4 else state end,
          ended_at = case when state = any($3) then $5 end
        where account_id = $1 and id = $2 and state = any($6)
        returning id, state
      ), p as (
        update part set state = $4, ended_at = $5
        from r where part.run_id = r.id and r.state = $4 and part.state = any($6)
      )
      select id from r""";

  private final Database database;
  private final Clock clock;

  RunRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The new run's id; empty when the account is not connected. */
  Uni<Optional<Long>> queue(RunRequest request) {
    Tuple arguments =
        Tuple.of(request.accountId(), request.entityType(), request.requestedBy())
            .addBoolean(request.wish().full())
            .addBoolean(request.wish().mayShrink())
            .addLocalDate(request.from())
            .addLocalDate(request.to())
            .addOffsetDateTime(at(clock.instant()))
            .addArrayOfString(request.entities())
            .addString(KeptTrace.now());
    return database.run(QUEUE, arguments).map(rows -> first(rows, "id"));
  }

  Uni<Optional<Long>> underWay(RunRequest request) {
    Tuple arguments =
        Tuple.of(request.accountId())
            .addArrayOfString(request.entities())
            .addArrayOfString(RunState.open());
    return database.run(UNDER_WAY, arguments).map(rows -> first(rows, "run_id"));
  }

  /** Empty when the account has no such run. */
  public Uni<Optional<RunView>> find(String accountId, long id) {
    return database
        .run(FIND, Tuple.of(accountId, id))
        .map(rows -> views(rows).stream().findFirst());
  }

  /** The newest first. */
  public Uni<List<RunView>> latest(String accountId, int most) {
    return database.run(PAGE, Tuple.of(accountId, null, null, 0, most)).map(this::views);
  }

  Uni<ListView<RunView>> list(String accountId, RunFilter filter) {
    return database
        .run(COUNT, arguments(accountId, filter))
        .flatMap(
            counted -> {
              long total = counted.iterator().next().getLong("total");
              Tuple page =
                  arguments(accountId, filter).addInteger(filter.skip).addInteger(filter.limit);
              return database
                  .run(PAGE, page)
                  .map(rows -> new ListView<>(views(rows), total, filter.skip, filter.limit));
            });
  }

  /** Whether it had not ended. */
  Uni<Boolean> cancel(String accountId, long id) {
    Tuple arguments =
        Tuple.of(accountId, id)
            .addArrayOfString(RunEvent.WITHDRAWN.movesFrom())
            .addString(RunEvent.WITHDRAWN.target().name())
            .addOffsetDateTime(at(clock.instant()))
            .addArrayOfString(RunState.open());
    return database.run(CANCEL, arguments).map(rows -> rows.size() > 0);
  }

  private List<RunView> views(RowSet<Row> rows) {
    Map<Long, List<Row>> runs =
        rows.stream().collect(groupingBy(row -> row.getLong("id"), LinkedHashMap::new, toList()));
    return runs.values().stream().map(parts -> RunView.of(parts, clock.instant())).toList();
  }

  private static Tuple arguments(String accountId, RunFilter filter) {
    return Tuple.of(
        accountId, filter.state == null ? null : filter.state.name(), filter.entityType);
  }

  private static Optional<Long> first(RowSet<Row> rows, String column) {
    return rows.stream().findFirst().map(row -> row.getLong(column));
  }
}
