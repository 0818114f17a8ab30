package com.partnerbridges.iiko.connection;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.connection.StatusView.EntityStatus;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Reads how an account's connection is. */
@ApplicationScoped
class StatusRepository {

  /** All entities, in their order. */
  static final String[] ENTITIES =
      Arrays.stream(Entity.values()).map(Entity::word).toArray(String[]::new);

  private static final Duration A_DAY = Duration.ofDays(1);

  private static final String CONNECTION =
      "select %s from connection where account_id = $1".formatted(ConnectionView.COLUMNS);

  private static final String STATUS =
      """
      select %s, base_url, source, time_zone, alert_email, key_state, failures, not_before,
        push_token_sha256 is not null as has_push_token, l.requests, l.bytes, l.millis
      from connection c cross join lateral (
        select count(*) as requests, coalesce(sum(bytes), 0)::bigint as bytes,
          coalesce(sum(millis), 0)::bigint as millis
        from request_log where account_id = c.account_id and at > $2) l
      where account_id = $1"""
          .formatted(ConnectionView.COLUMNS);

  private static final String LAST_RUNS =
      """
      select e.entity, s.next_at, p.*
      from unnest($2::text[]) with ordinality as e (entity, position)
      left join schedule s on s.account_id = $1 and s.entity = e.entity
      left join lateral (
        select run_id, state, seen, created, updated, unchanged, gone, failed, started_at,
          ended_at, error_code, error
        from part where account_id = $1 and entity = e.entity order by run_id desc limit 1
      ) p on true
      order by e.position""";

  private final Database database;
  private final int requestsPerMinute;

  StatusRepository(Database database, IikoConfig config) {
    this.database = database;
    requestsPerMinute = config.server().requestsPerMinute();
  }

  Uni<ConnectionView> connection(String accountId) {
    return database
        .run(CONNECTION, Tuple.of(accountId))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(ConnectionView::of)
                    .orElseGet(() -> ConnectionView.never(accountId)));
  }

  Uni<StatusView> status(String accountId, Instant now) {
    return database
        .run(LAST_RUNS, Tuple.of(accountId, ENTITIES))
        .map(rows -> rows.stream().map(EntityStatus::of).toList())
        .flatMap(
            entities ->
                database
                    .run(STATUS, Tuple.of(accountId, at(now.minus(A_DAY))))
                    .map(
                        rows ->
                            rows.stream()
                                .findFirst()
                                .map(row -> StatusView.of(row, requestsPerMinute, entities))
                                .orElseGet(
                                    () ->
                                        StatusView.never(accountId, requestsPerMinute, entities))));
  }
}
