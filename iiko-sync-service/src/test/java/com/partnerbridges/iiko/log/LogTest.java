package com.partnerbridges.iiko.log;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sync log. */
@QuarkusTest
class LogTest extends ServiceTest {

  private String account;
  private Seeded iiko;

  @BeforeEach
  void seed() {
    account = newAccount();
    iiko = new Seeded(pool, account, clock.instant()).connected();
  }

  @Test
  void everyPartOfEveryRunIsTheresWithItsErrors() {
    iiko.run("restaurants", "SUCCEEDED");
    long partial = iiko.run("suppliers", "PARTIAL");
    iiko.error(partial, "suppliers", "u-7", "no name").error(partial, "suppliers", null, "no id");

    ValidatableResponse log = log("");

    log.body("total", equalTo(2))
        .body("items.entity_type", contains("suppliers", "restaurants"))
        .body("items[0].run_id", equalTo((int) partial))
        .body("items[0].state", equalTo("PARTIAL"))
        .body("items[0].requested_by", equalTo("somebody"))
        .body("items[0].counts.seen", equalTo(10))
        .body("items[0].counts.unchanged", equalTo(6))
        .body("items[0].errors.iiko_id", contains("u-7", null))
        .body("items[0].errors.reason", contains("no name", "no id"))
        .body("items[0].errors[0].at", containsString("T"))
        .body("items[1].errors", hasSize(0));
  }

  @Test
  void ofManyErrorsTheFirstAreShown() {
    long run = iiko.run("suppliers", "PARTIAL");
    iiko.sql(
        """
        insert into record_error (account_id, run_id, entity, iiko_id, reason, at)
        select $1, $2, 'suppliers', 'u-' || nr, 'odd', now() from generate_series(1, 50) nr""",
        run);

    ValidatableResponse log = log("");

    log.body("items[0].errors", hasSize(20)).body("items[0].errors[0].iiko_id", equalTo("u-1"));
  }

  @Test
  void theLogIsFiltered() {
    iiko.run("restaurants", "SUCCEEDED");
    iiko.run("suppliers", "FAILED");
    new Seeded(pool, account, clock.instant().minus(Duration.ofDays(2))).run("stores", "FAILED");
    String yesterday = clock.instant().minus(Duration.ofDays(1)).toString();

    log("?entity_type=suppliers").body("items.entity_type", contains("suppliers"));
    log("?state=SUCCEEDED").body("items.entity_type", contains("restaurants"));
    log("?state=FAILED&from=" + yesterday).body("items.entity_type", contains("suppliers"));
    log("?to=" + yesterday).body("items.entity_type", contains("stores"));
    log("?skip=1&limit=1").body("items", hasSize(1)).body("total", equalTo(3));
  }

  @Test
  void foreignRunsAreInNobodyElsesLog() {
    new Seeded(pool, newAccount(), clock.instant()).connected().run("stores", "FAILED");

    ValidatableResponse log = log("");

    log.body("total", equalTo(0));
  }

  private ValidatableResponse log(String query) {
    return as(account, MEMBER).get(at(account, "/logs" + query)).then().statusCode(200);
  }
}
