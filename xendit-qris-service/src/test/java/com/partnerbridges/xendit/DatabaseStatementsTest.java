package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.shared.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators see of the database. */
@QuarkusTest
class DatabaseStatementsTest {

  @Inject Database database;
  @Inject MeterRegistry metrics;

  @ParameterizedTest
  @CsvSource({
    "ok, select 1",
    "refused, select 1 / 0",
    "away, select pg_cancel_backend(pg_backend_pid())"
  })
  void everyStatementIsTimedByItsOutcome(String outcome, String sql) {
    long before = timed(outcome);

    database
        .run(sql, Tuple.tuple())
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(Duration.ofSeconds(5));

    assertThat(timed(outcome) - before).isEqualTo(1);
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("database_statements_seconds_count{outcome=\"" + outcome + "\"");
  }

  private long timed(String outcome) {
    return metrics.timer("database.statements", "outcome", outcome).count();
  }
}
