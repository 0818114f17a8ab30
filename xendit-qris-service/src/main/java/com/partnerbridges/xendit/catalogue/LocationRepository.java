package com.partnerbridges.xendit.catalogue;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Locations. The database itself holds that names differ and that used ones stay. */
@ApplicationScoped
class LocationRepository {

  private static final String IN_USE = "23503";

  private static final String WHERE =
      " where $1::text is null or position(lower($1) in lower(ml_name)) > 0";

  private static final String COUNT = "select count(*) as total from master_locations" + WHERE;

  private static final String LIST =
      "select * from master_locations %s order by lower(ml_name), ml_id offset $2 limit $3"
          .formatted(WHERE);

  private static final String FIND = "select * from master_locations where ml_id = $1";

  private static final String INSERT =
      """
      insert into master_locations (ml_name, ml_created_at, ml_updated_at) values ($1, $2, $2)
      returning *""";

  private static final String RENAME =
      """
      update master_locations set ml_name = $2, ml_updated_at = $3 where ml_id = $1
      returning *""";

  private static final String DELETE = "delete from master_locations where ml_id = $1 returning *";

  private final Database database;

  LocationRepository(Database database) {
    this.database = database;
  }

  Uni<Long> count(String search) {
    return database
        .run(COUNT, Tuple.of(search))
        .map(rows -> rows.iterator().next().getLong("total"));
  }

  Uni<List<Location>> list(NameSearch part) {
    return database
        .run(LIST, Tuple.of(part.search, part.skip, part.limit))
        .map(rows -> rows.stream().map(Location::of).toList());
  }

  Uni<Optional<Location>> find(long id) {
    return database.run(FIND, Tuple.of(id)).map(LocationRepository::first);
  }

  Uni<Location> insert(String name, Instant now) {
    return changed(INSERT, Tuple.of(name, at(now))).map(Optional::orElseThrow);
  }

  Uni<Optional<Location>> rename(long id, String name, Instant now) {
    return changed(RENAME, Tuple.of(id, name, at(now)));
  }

  Uni<Optional<Location>> delete(long id) {
    return changed(DELETE, Tuple.of(id));
  }

  private Uni<Optional<Location>> changed(String sql, Tuple arguments) {
    return database
        .run(sql, arguments)
        .map(LocationRepository::first)
        .onFailure(Database::isDuplicate)
        .transform(
            rule ->
                Problem.of(
                    409, "LOCATION_NAME_TAKEN", "Another location has this name, in any case."))
        .onFailure(LocationRepository::isInUse)
        .transform(
            rule ->
                Problem.of(409, "LOCATION_IN_USE", "A location with transactions is not deleted."));
  }

  private static boolean isInUse(Throwable failure) {
    return failure instanceof PgException refusal && IN_USE.equals(refusal.getSqlState());
  }

  private static Optional<Location> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(Location::of);
  }
}
