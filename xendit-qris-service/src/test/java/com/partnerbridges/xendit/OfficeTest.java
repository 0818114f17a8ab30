package com.partnerbridges.xendit;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** What staff do, on rows that the test wrote itself. */
public abstract class OfficeTest extends ServiceTest {

  /** What no caller may bring about; each is text that some part between could take for its own. */
  protected static final String[] HOSTILE = {
    "';drop table transactions;--",
    "' or '1'='1",
    "%",
    "_",
    "\\",
    "%%_\\%",
    "$1",
    "{0}",
    "<b>",
    "\"",
  };

  @BeforeEach
  void startWithoutLocations() {
    pool.query("delete from master_locations").executeAndAwait();
  }

  protected static RequestSpecification office(String token) {
    return as(token).basePath(API);
  }

  protected static Response get(String path, Object... values) {
    return office(STAFF).get(path, values);
  }

  protected static Response search(String path, String text) {
    return office(STAFF).queryParam("search", text).get(path);
  }

  protected long location(String name) {
    return pool.preparedQuery(
            "insert into master_locations (ml_name, ml_created_at, ml_updated_at)"
                + " values ($1, now(), now()) returning ml_id")
        .executeAndAwait(Tuple.of(name))
        .iterator()
        .next()
        .getLong(0);
  }

  /** A transaction of 40000 rupiah; its external id. */
  protected String transaction(long location, String status, Instant createdAt) {
    return TransactionRow.of(location, status, createdAt).insert(pool);
  }

  protected String transaction(long location) {
    return transaction(location, "PENDING", clock.instant());
  }
}
