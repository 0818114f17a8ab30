package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.health.AccountState;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the page shows, besides runs. */
@ApplicationScoped
class ConsoleRepository {

  private static final String CONNECTIONS =
      "select account_id, %s as state, error from connection c where account_id = any($1)"
          .formatted(AccountState.SQL);

  private static final String CONNECTION =
      """
      select %s as state, base_url, source, time_zone, alert_email, last_connected_at, error, not_before
      from connection c where account_id = $1"""
          .formatted(AccountState.SQL);

  private static final String ENTITIES =
      """
      select e.entity, s.next_at, p.*
      from unnest(array['restaurants', 'stores', 'suppliers', 'invoices'])
          with ordinality e (entity, place)
        left join schedule s on s.account_id = $1 and s.entity = e.entity
        left join lateral (
          select l.state, l.ended_at, l.next_day, l.shrink_from, l.shrink_to, r.is_full,
            r.window_from, r.window_to
          from part l join run r on r.id = l.run_id
          where l.account_id = $1 and l.entity = e.entity
          order by l.run_id desc limit 1) p on true
      order by e.place""";

  private static final String ERRORS =
      """
      select entity, iiko_id, reason, at from record_error where account_id = $1
      order by id desc limit 10""";

  /** What is known of an account that has a connection. */
  record Known(String state, String error) {}

  private final Database database;

  ConsoleRepository(Database database) {
    this.database = database;
  }

  /** By account; one that has never been connected is not among them. */
  Uni<Map<String, Known>> connections(Collection<String> accounts) {
    return database
        .run(CONNECTIONS, Tuple.of((Object) accounts.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getString("account_id"),
                            row -> new Known(row.getString("state"), row.getString("error")))));
  }

  Uni<ConnectionLine> connection(String account) {
    return lines(CONNECTION, account, ConnectionLine::of)
        .map(found -> found.stream().findFirst().orElse(ConnectionLine.NONE));
  }

  Uni<List<EntityLine>> entities(String account) {
    return lines(ENTITIES, account, EntityLine::of);
  }

  /** The last ones first. */
  Uni<List<ErrorLine>> errors(String account) {
    return lines(ERRORS, account, ErrorLine::of);
  }

  private <T> Uni<List<T>> lines(String sql, String account, Function<Row, T> line) {
    return database.run(sql, Tuple.of(account)).map(rows -> rows.stream().map(line).toList());
  }
}
