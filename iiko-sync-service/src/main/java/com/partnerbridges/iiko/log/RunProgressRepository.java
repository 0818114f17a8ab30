package com.partnerbridges.iiko.log;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs as they stand now. */
@ApplicationScoped
public class RunProgressRepository {

  private static final String FIND =
      "select %s from run r join part p on p.run_id = r.id where r.account_id = $1 and r.id = $2"
              .formatted(RunProgress.COLUMNS)
          + " order by p.position";

  private static final String LATEST =
      """
      select %s from (select * from run where account_id = $1 order by id desc limit $2) r
        join part p on p.run_id = r.id
      order by r.id desc, p.position"""
          .formatted(RunProgress.COLUMNS);

  private final Database database;

  RunProgressRepository(Database database) {
    this.database = database;
  }

  /** Empty when the account has no such run. */
  Uni<Optional<RunProgress>> find(String accountId, long runId) {
    return database
        .run(FIND, Tuple.of(accountId, runId))
        .map(rows -> runs(rows).stream().findFirst());
  }

  /** The newest first. */
  public Uni<List<RunProgress>> latest(String accountId, int most) {
    return database.run(LATEST, Tuple.of(accountId, most)).map(RunProgressRepository::runs);
  }

  private static List<RunProgress> runs(RowSet<Row> rows) {
    Map<Long, List<Row>> parts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getLong("id"), LinkedHashMap::new, Collectors.toList()));
    return parts.values().stream().map(RunProgress::of).toList();
  }
}
