package com.partnerbridges.iiko.health;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;

/** Counts what those who run the service look at. */
@ApplicationScoped
class HealthRepository {

  private static final String ACCOUNTS =
      "select %s as state, count(*) as total from connection c group by 1"
          .formatted(AccountState.SQL);

  /** What has ended is counted where it ends; here an index knows the few that have not. */
  private static final String RUNS =
      """
      select count(*) filter (where state = 'QUEUED') as queued,
        count(*) filter (where state = 'RUNNING') as running,
        min(not_before) filter (where state = 'QUEUED' and not_before <= $1) as oldest
      from run where state in ('QUEUED', 'RUNNING')""";

  private final Database database;
  private final Clock clock;

  HealthRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Runs that have not ended.
   *
   * @param oldestDue how long the one that has waited longest has been due
   */
  record Runs(long queued, long running, Duration oldestDue) {}

  /** Every state has its number. */
  Uni<Map<AccountState, Long>> accounts() {
    return database
        .run(ACCOUNTS, Tuple.tuple())
        .map(
            rows -> {
              Map<AccountState, Long> counts = new EnumMap<>(AccountState.class);
              for (AccountState state : AccountState.values()) {
                counts.put(state, 0L);
              }
              rows.forEach(
                  row ->
                      counts.put(
                          AccountState.valueOf(row.getString("state")), row.getLong("total")));
              return counts;
            });
  }

  Uni<Runs> runs() {
    Instant now = clock.instant();
    return database
        .run(RUNS, Tuple.of(at(now)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Runs(row.getLong("queued"), row.getLong("running"), age(row, now)));
  }

  private static Duration age(Row row, Instant now) {
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
  }
}
