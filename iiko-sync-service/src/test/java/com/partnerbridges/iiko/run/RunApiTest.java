package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask of runs. */
@QuarkusTest
class RunApiTest extends SyncTest {

  @Test
  void aRunIsQueuedWithWhoAskedForIt() {
    sync("all", "{\"full\": true}")
        .statusCode(202)
        .body("state", equalTo("QUEUED"))
        .body("cause", equalTo("MANUAL"))
        .body("requested_by", equalTo("admin-of-" + account))
        .body("full", equalTo(true))
        .body("duration_ms", nullValue())
        .body("parts.state.unique()", equalTo(List.of("QUEUED")));
  }

  @Test
  void theBodyMayBeLeftOut() {
    as(account, ADMIN).post(at(account, "/sync/stores")).then().statusCode(202);
  }

  @Test
  void aSecondRunOfAnEntityIsRefusedWithTheFirstOnesId() {
    int first = (int) queued("all");

    sync("stores", "{}")
        .statusCode(409)
        .body("code", equalTo("RUN_UNDER_WAY"))
        .body("run_id", equalTo(first));
  }

  @Test
  void runsOfDifferentEntitiesDoNotMind() {
    queued("stores");
    queued("suppliers");

    sync("all", "{}").statusCode(409);
  }

  @Test
  void ofManyWhoAskTogetherOneGetsTheRun() {
    List<CompletableFuture<Integer>> answers =
        Stream.generate(() -> Meanwhile.ask(() -> sync("suppliers", "{}").extract().statusCode()))
            .limit(8)
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join).sorted())
        .containsExactly(202, 409, 409, 409, 409, 409, 409, 409);
    assertThat(text("select count(*) from run")).isEqualTo("1");
  }

  @Test
  void anAccountThatIsNotConnectedHasNoRuns() {
    String other = newAccount();

    as(other, ADMIN)
        .post(at(other, "/sync/all"))
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_CONNECTED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invoices | {'from': '2026-02-02', 'to': '2026-02-01'}               | from",
        "invoices | {'to': '2026-02-01'}                                     | from",
        "invoices | {'from': '2020-01-01', 'to': '2025-01-02'}               | to",
        "invoices | {'from': '2026-01-01', 'to': '2026-01-02', 'full': true} | full",
        "stores   | {'from': '2026-01-01', 'to': '2026-01-02'}               | from",
        "invoices | {'from': '0001-01-01', 'to': '0001-01-02'}               | from",
        "invoices | {'from': '+9999999-01-01'}                               | from"
      })
  void aWindowThatMakesNoSenseIsRefused(String entity, String body, String field) {
    sync(entity, body.replace('\'', '"')).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void anUnknownEntityIsNotFound() {
    sync("waiters", "{}").statusCode(404);
  }

  @Test
  void aMemberLooksAndAnAdminActs() {
    long run = queued("stores");

    as(account, MEMBER).post(at(account, "/sync/suppliers")).then().statusCode(403);
    as(account, MEMBER).post(at(account, "/runs/" + run + "/cancel")).then().statusCode(403);
    run(run).body("state", equalTo("QUEUED"));
  }

  @Test
  void aForeignRunIsNotFound() {
    long run = queued("stores");
    String other = newAccount();

    as(other, ADMIN)
        .get(at(other, "/runs/" + run))
        .then()
        .statusCode(404)
        .body("code", equalTo("RUN_NOT_FOUND"));
    as(other, ADMIN).post(at(other, "/runs/" + run + "/cancel")).then().statusCode(404);
    assertThat(state(run)).isEqualTo("QUEUED");
  }

  @Test
  void runsAreListedTheNewestFirstAndFiltered() {
    int stores = (int) queued("stores");
    int suppliers = (int) queued("suppliers");
    as(account, ADMIN).post(at(account, "/runs/" + stores + "/cancel")).then().statusCode(200);

    as(account, MEMBER)
        .get(at(account, "/runs"))
        .then()
        .body("items.id", contains(suppliers, stores))
        .body("total", equalTo(2));
    as(account, MEMBER)
        .get(at(account, "/runs?state=CANCELLED&entity_type=stores"))
        .then()
        .body("items.id", contains(stores));
    as(account, MEMBER)
        .get(at(account, "/runs?skip=1&limit=1"))
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(stores));
    as(account, MEMBER).get(at(account, "/runs?state=odd")).then().statusCode(400);
    as(account, MEMBER).get(at(account, "/runs?entity_type=odd")).then().statusCode(400);
  }

  @Test
  void aRunThatWaitsIsCancelledAtOnceAndMakesRoom() {
    long run = queued("stores");

    as(account, ADMIN)
        .post(at(account, "/runs/" + run + "/cancel"))
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("parts[0].state", equalTo("CANCELLED"));
    queued("stores");
  }

  @Test
  void aRunThatHasEndedIsNotCancelled() {
    long run = queued("stores");
    workOff();

    as(account, ADMIN)
        .post(at(account, "/runs/" + run + "/cancel"))
        .then()
        .statusCode(409)
        .body("code", equalTo("RUN_HAS_ENDED"))
        .body("state", equalTo("SUCCEEDED"));
  }
}
