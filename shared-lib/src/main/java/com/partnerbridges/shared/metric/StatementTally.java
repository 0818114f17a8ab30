package com.partnerbridges.shared.metric;

import static com.partnerbridges.shared.database.Database.at;
import static java.util.stream.Stream.concat;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** A tally that is one statement, as {@link Counting} writes it. */
public abstract class StatementTally implements Tally {

  private final Database database;
  private final Clock clock;
  private final String sql;
  private final List<Figure> none;
  private final Object[] more;

  /**
   * @param none zeros, for what the statement has no row for while there is none of it
   * @param more the statement's arguments after the first, which is the time now
   */
  protected StatementTally(
      Database database, Clock clock, String sql, Stream<Figure> none, Object... more) {
    this.database = database;
    this.clock = clock;
    this.sql = sql;
    this.none = none.toList();
    this.more = more;
  }

  @Override
  public Uni<List<Figure>> take() {
    List<Object> arguments = concat(Stream.of(at(clock.instant())), Stream.of(more)).toList();
    return database
        .run(sql, Tuple.from(arguments))
        .map(rows -> concat(none.stream(), rows.stream().map(Figure::of)).toList());
  }
}
