package com.partnerbridges.shared.database;

import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Page;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One prepared statement, one round trip, one time limit. A database that is gone, shutting down or
 * silent comes out as {@code 503 DATABASE_AWAY}; a rule of its own that it holds against the
 * statement (SQLSTATE class 23) is passed on as {@link PgException}, for the one who knows what it
 * means; anything else it refuses is our own fault. Each is timed in the metric {@code
 * database.statements} with its {@code outcome}: ok, refused or away.
 */
@ApplicationScoped
public class Database {

  /** The setting: how long a call may take, waiting for a connection included. */
  static final String TIMEOUT = "partner-bridges.database-timeout";

  private static final Logger LOG = Logger.getLogger(Database.class);

  /**
   * SQLSTATEs of a server that cannot serve: connection, login, no such database, resources, a
   * standby that takes no writes, and operator intervention (the statement's time limit too).
   */
  private static final List<String> AWAY = List.of("08", "28", "3D", "53", "25006", "57");

  /**
   * Class of the SQLSTATEs of statements that were rolled back for the sake of others: deadlocks.
   */
  private static final String ROLLED_BACK = "40";

  private static final int REPETITIONS = 2;

  /** Those that fell silent together are closed together. */
  private static final int OTHER_CONNECTIONS = 3;

  private static final String UNIQUE_VIOLATION = "23505";

  /** Class of the SQLSTATEs of broken constraints. */
  private static final String RULE = "23";

  private final Pool pool;
  private final Duration limit;
  private final MeterRegistry metrics;

  Database(Pool pool, @ConfigProperty(name = TIMEOUT) Duration limit, MeterRegistry metrics) {
    this.pool = pool;
    this.limit = limit;
    this.metrics = metrics;
  }

  public Uni<RowSet<Row>> run(String sql, Tuple arguments) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Timer.Sample time = Timer.start(metrics);
              return Spans.within("database", () -> kind(sql), () -> limited(sql, arguments))
                  .onFailure(Database::wasRolledBack)
                  .retry()
                  .atMost(REPETITIONS)
                  .onFailure(Database::meansAway)
                  .transform(failure -> away(failure.getClass().getSimpleName()))
                  .onItemOrFailure()
                  .invoke((rows, failure) -> time.stop(timer(failure)));
            })
        .onFailure(Database::isOurFault)
        .invoke(failure -> LOG.errorf("database refused a statement: %s", state(failure)));
  }

  /**
   * A part of a list, and how many match in all.
   *
   * @param count gives {@code total}
   * @param list has two arguments more: offset and limit
   */
  public <T> Uni<ListView<T>> list(
      String count, String list, Tuple arguments, Page part, Function<Row, T> reading) {
    return run(count, arguments)
        .map(rows -> rows.iterator().next().getLong("total"))
        .flatMap(
            total ->
                run(list, partOf(arguments, part))
                    .map(rows -> rows.stream().map(reading).toList())
                    .map(items -> new ListView<>(items, total, part.skip, part.limit)));
  }

  /** A copy: the question may be asked again. */
  private static Tuple partOf(Tuple arguments, Page part) {
    Tuple more = Tuple.tuple();
    for (int i = 0; i < arguments.size(); i++) {
      more.addValue(arguments.getValue(i));
    }
    return more.addInteger(part.skip).addInteger(part.limit);
  }

  private Uni<RowSet<Row>> limited(String sql, Tuple arguments) {
    AtomicBoolean late = new AtomicBoolean();
    return pool.withConnection(
            connection -> late.get() ? none() : execute(connection, sql, arguments))
        // a connection was being closed while it was taken: nothing was sent on it
        .onFailure(ClosedChannelException.class)
        .retry()
        .atMost(OTHER_CONNECTIONS)
        .ifNoItem()
        .after(limit)
        .failWith(
            () -> {
              late.set(true);
              return away("no answer within " + limit.toMillis() + " ms");
            });
  }

  /** The statement's first word: which statement it was, the spans around it tell. */
  private static Map<String, String> kind(String sql) {
    String text = sql.stripLeading();
    int end = text.indexOf(' ');
    return Map.of("statement", end < 0 ? text : text.substring(0, end).strip());
  }

  private Timer timer(Throwable failure) {
    String outcome = failure == null ? "ok" : failure instanceof Problem ? "away" : "refused";
    return metrics.timer("database.statements", "outcome", outcome);
  }

  private static Uni<RowSet<Row>> execute(SqlConnection connection, String sql, Tuple arguments) {
    return connection.preparedQuery(sql).execute(arguments);
  }

  /** For callers who were told to come again while they waited for a connection. */
  private static Uni<RowSet<Row>> none() {
    return Uni.createFrom().nullItem();
  }

  public static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  public static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /** Whether a statement was refused for a row that would have been there twice. */
  public static boolean isDuplicate(Throwable failure) {
    return failure instanceof PgException && UNIQUE_VIOLATION.equals(state(failure));
  }

  private static boolean meansAway(Throwable failure) {
    if (failure instanceof Problem) {
      return false;
    }
    return !(failure instanceof PgException) || AWAY.stream().anyMatch(state(failure)::startsWith);
  }

  private static boolean wasRolledBack(Throwable failure) {
    return failure instanceof PgException && state(failure).startsWith(ROLLED_BACK);
  }

  private static boolean isOurFault(Throwable failure) {
    return failure instanceof PgException && !state(failure).startsWith(RULE);
  }

  private static String state(Throwable refusal) {
    return String.valueOf(((PgException) refusal).getSqlState());
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
