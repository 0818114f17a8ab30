package com.partnerbridges.iiko.health;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.shared.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who run the service see. */
@QuarkusTest
class HealthTest extends ServiceTest {

  private static final String DATA = "checks.find { it.name == 'accounts' }.data.";

  private Seeded good;

  @BeforeEach
  void seed() {
    good = account();
    account()
        .sql("update connection set error_code = 'UNREACHABLE', error = 'x' where account_id = $1");
    account()
        .sql(
            "update connection set key_state = 'KEY_MISSING', key_id = 'lost' where account_id = $1");
    account()
        .sql(
            "update connection set username_sealed = null, password_sealed = null where account_id = $1");
  }

  @Test
  void accountsInTroubleAreCountedAndTheServiceStaysReady() {
    get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(DATA + "connected", equalTo(1))
        .body(DATA + "error", equalTo(1))
        .body(DATA + "credentials_unreadable", equalTo(1))
        .body(DATA + "disconnected", equalTo(1));
  }

  @Test
  void metricsTellAccountsAndRunsThatAreNotOver() {
    Seeded leftAlone = account();
    leftAlone.sql("update connection set not_before = $2 where account_id = $1", tomorrow());
    leftAlone.run("stores", "QUEUED");
    good.run("stores", "SUCCEEDED");
    good.run("stores", "RUNNING");
    long late = good.run("suppliers", "QUEUED");
    good.sql(
        "update run set not_before = not_before - interval '90 seconds' where account_id = $1"
            + " and id = $2",
        late);
    clock.forward(Duration.ofSeconds(16));

    String metrics = get("/q/metrics").asString();

    assertThat(metrics)
        .contains("iiko_accounts{state=\"CONNECTED\"} 2.0")
        .contains("iiko_accounts{state=\"ERROR\"} 1.0")
        .contains("iiko_accounts{state=\"CREDENTIALS_UNREADABLE\"} 1.0")
        .contains("iiko_runs_open{state=\"QUEUED\"} 2.0")
        .contains("iiko_runs_open{state=\"RUNNING\"} 1.0")
        .contains("due_work_oldest_seconds{task=\"sync\"} 106.")
        .contains("due_work_rows{task=\"sync\"} 2.0")
        .contains("database_up 1.0");
  }

  /** Until then nobody works on the account's runs. */
  private OffsetDateTime tomorrow() {
    return Database.at(clock.instant().plus(Duration.ofDays(1)));
  }

  private Seeded account() {
    return new Seeded(pool, newAccount(), clock.instant()).connected();
  }
}
