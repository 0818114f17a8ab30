package com.partnerbridges.iiko.log;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What the log is made of. */
@ApplicationScoped
class LogRepository {

  private static final String FROM =
      """
      from run r join part p on p.run_id = r.id
      where r.account_id = $1 and ($2::text is null or p.entity = $2)
        and ($3::text is null or p.state = $3)
        and ($4::timestamptz is null or r.queued_at >= $4)
        and ($5::timestamptz is null or r.queued_at < $5)
      """;

  private static final String COUNT = "select count(*) as total " + FROM;

  /** A part's errors are many when something is wrong with all of its records. */
  private static final String LIST =
      """
      select p.*, r.cause, r.requested_by,
        coalesce((
          select jsonb_agg(e order by e.id) from (
            select id, iiko_id, reason, at from record_error
            where run_id = p.run_id and entity = p.entity order by id limit 20) e), '[]') as errors
      %s order by r.id desc, p.position offset $6 limit $7"""
          .formatted(FROM);

  private final Database database;

  LogRepository(Database database) {
    this.database = database;
  }

  Uni<ListView<LogView>> list(String accountId, LogFilter filter) {
    return database.list(COUNT, LIST, arguments(accountId, filter), filter, LogView::of);
  }

  private static Tuple arguments(String accountId, LogFilter filter) {
    return Tuple.of(accountId, filter.entityType, filter.state, at(filter.from), at(filter.to));
  }
}
