package com.partnerbridges.iiko.health;

import static java.util.stream.Stream.concat;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.StatementTally;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.Stream;

/** How accounts are, which runs are not over, and what is due. */
@Singleton
class SyncTally extends StatementTally {

  private static final String ACCOUNTS = "iiko.accounts";
  private static final String RUNS = "iiko.runs.open";

  /** And the account's server is not being left alone. */
  private static final String NOBODY_IS_AT_IT =
      """
      state in ('QUEUED', 'RUNNING') and exists (
        select from connection c where c.account_id = run.account_id
          and (c.not_before is null or c.not_before <= $1)
          and (c.holder is null or c.lease_until <= $1))""";

  /** What has ended is counted where it ends; here indexes know the few that have not. */
  private static final String COUNT =
      Counting.all(
          "(select '%s' as metric, 'state' as label, %s as value, count(*) as number"
                  .formatted(ACCOUNTS, AccountState.SQL)
              + " from connection c group by 3)",
          "(select '%s', 'state', state, count(*) from run".formatted(RUNS)
              + " where state in ('QUEUED', 'RUNNING') group by state)",
          Counting.due("schedule", "schedule", "next_at", "$3::boolean"),
          Counting.due("sync", "run", "not_before", NOBODY_IS_AT_IT),
          Counting.due("letters", "letter", "next_attempt_at"),
          "(select 'attention.open', 'kind', 'ACCOUNT_FAILING', count(*) from connection"
              + " where password_sealed is not null and failed_runs >= $2)");

  SyncTally(Database database, Clock clock, IikoConfig config) {
    super(database, clock, COUNT, none(), config.alertAfter(), config.enabled());
  }

  private static Stream<Figure> none() {
    return concat(
        Stream.of(AccountState.values()).map(it -> new Figure(ACCOUNTS, "state", it.name(), 0)),
        Stream.of("QUEUED", "RUNNING").map(it -> new Figure(RUNS, "state", it, 0)));
  }
}
