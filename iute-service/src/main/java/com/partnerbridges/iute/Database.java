package com.partnerbridges.iute;

import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * One prepared statement, one round trip, one time limit. A database that is gone, shutting down or
 * silent comes out as {@code 503 DATABASE_AWAY}; anything else it refuses is our own fault.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);

  private final Pool pool;
  private final Duration limit;

  Database(Pool pool, IuteConfig config) {
    this.pool = pool;
    this.limit = config.databaseTimeout();
  }

  public Uni<RowSet<Row>> run(String sql, Tuple arguments) {
    return pool.preparedQuery(sql)
        .execute(arguments)
        .ifNoItem()
        .after(limit)
        .failWith(() -> away("no answer within " + limit.toMillis() + " ms"))
        .onFailure(Database::meansAway)
        .transform(failure -> away(failure.getClass().getSimpleName()));
  }

  public static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  public static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static boolean meansAway(Throwable failure) {
    if (failure instanceof Problem) {
      return false;
    }
    if (failure instanceof PgException refusal) {
      // connection exceptions, insufficient resources, operator intervention (also the time limit)
      String state = String.valueOf(refusal.getSqlState());
      return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }
    return true;
  }

  private static Problem away(String why) {
    LOG.warnf("database away: %s", why);
    return Problem.of(
            503,
            "DATABASE_AWAY",
            "The database does not answer; nothing is lost, please try again.")
        .withHeader("Retry-After", "5");
  }
}
