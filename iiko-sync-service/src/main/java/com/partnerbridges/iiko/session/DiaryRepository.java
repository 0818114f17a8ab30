package com.partnerbridges.iiko.session;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What became of an account's sessions. Only their holder writes about them. */
@ApplicationScoped
class DiaryRepository {

  private static final String LOGGED_IN =
      """
      update connection set session_sealed = $3, session_url = $4, session_since = $5
      where account_id = $1 and holder = $2 returning holder""";

  private static final String LOGGED_OUT =
      """
      update connection set session_sealed = null, session_url = null, session_since = null,
        logout_failures = 0
      where account_id = $1 and holder = $2""";

  private static final String NOT_LOGGED_OUT =
      """
      update connection set logout_failures = logout_failures + 1
      where account_id = $1 and holder = $2 returning logout_failures""";

  private static final String WORKS =
      """
      update connection set last_connected_at = $3, error_code = null, error = null
      where account_id = $1 and holder = $2""";

  private static final String FAILED =
      """
      update connection set error_code = $3, error = $4
      where account_id = $1 and holder = $2 and password_sealed is not null""";

  private static final String CALLED =
      """
      insert into request_log (account_id, run_id, operation, outcome, bytes, millis, at)
      values ($1, $2, $3, $4, $5, $6, $7)""";

  private final Database database;

  DiaryRepository(Database database) {
    this.database = database;
  }

  /** False when somebody else has the lease. */
  Uni<Boolean> loggedIn(Lease lease, String sealedToken, URI baseUrl, Instant now) {
    return database
        .run(
            LOGGED_IN,
            Tuple.of(lease.accountId, lease.holder, sealedToken, baseUrl.toString(), at(now)))
        .map(rows -> rows.size() == 1);
  }

  Uni<Void> loggedOut(Lease lease) {
    return ran(LOGGED_OUT, Tuple.of(lease.accountId, lease.holder));
  }

  /** How often in a row now; 0 when somebody else has the lease. */
  Uni<Integer> notLoggedOut(Lease lease) {
    return database
        .run(NOT_LOGGED_OUT, Tuple.of(lease.accountId, lease.holder))
        .map(
            rows ->
                rows.stream().findFirst().map(row -> row.getInteger("logout_failures")).orElse(0));
  }

  Uni<Void> works(Lease lease, Instant now) {
    return ran(WORKS, Tuple.of(lease.accountId, lease.holder, at(now)));
  }

  Uni<Void> failed(Lease lease, IikoTrouble trouble) {
    String code = trouble.kind().name();
    return ran(FAILED, Tuple.of(lease.accountId, lease.holder, code, trouble.getMessage()));
  }

  Uni<Void> called(
      String accountId,
      Long runId,
      String operation,
      String outcome,
      long bytes,
      Duration took,
      Instant now) {
    int millis = (int) Math.min(Integer.MAX_VALUE, took.toMillis());
    return ran(
        CALLED,
        Tuple.tuple()
            .addString(accountId)
            .addLong(runId)
            .addString(operation)
            .addString(outcome)
            .addLong(bytes)
            .addInteger(millis)
            .addOffsetDateTime(at(now)));
  }

  private Uni<Void> ran(String sql, Tuple arguments) {
    return database.run(sql, arguments).replaceWithVoid();
  }
}
