package com.partnerbridges.xendit.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.xendit.OfficeTest;
import com.partnerbridges.xendit.TransactionRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TransactionListTest extends OfficeTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @Inject MeterRegistry metrics;

  @Test
  void aRowSaysAllThatStaffAskFor() {
    long kota = location("Kota");
    String id =
        TransactionRow.of(kota, "COMPLETED", NOON)
            .amount(45_000)
            .email("guest@example.com")
            .insert(pool);

    Map<String, Object> row = get("/transactions").path("data[0]");

    assertThat(row)
        .containsEntry("tr_external_id", id)
        .containsEntry("tr_location_id", (int) kota)
        .containsEntry("tr_price_id", null)
        .containsEntry("tr_amount", 45_000)
        .containsEntry("tr_email", "guest@example.com")
        .containsEntry("tr_status", "COMPLETED")
        .containsEntry("tr_reason", null)
        .containsEntry("tr_paid_at", "2026-01-31T12:00:30Z")
        .containsEntry("tr_expired_at", "2026-01-31T12:15:00Z")
        .containsEntry("tr_created_at", "2026-01-31T12:00:00Z")
        .containsEntry("tr_honoured_at", null)
        .containsEntry("location", Map.of("ml_id", (int) kota, "ml_name", "Kota"))
        .containsKey("tr_id")
        .hasSize(13);
  }

  @Test
  void theListIsNewestFirstAndPaged() {
    long kota = location("Kota");
    String oldest = transaction(kota, "PENDING", NOON.minusSeconds(1));
    String first = transaction(kota, "PENDING", NOON);
    String second = transaction(kota, "PENDING", NOON);

    Response page = get("/transactions?limit=2");
    Response rest = get("/transactions?limit=2&skip=2");

    page.then()
        .statusCode(200)
        .body("data.tr_external_id", contains(second, first))
        .body("total", equalTo(3))
        .body("page", equalTo(1))
        .body("size", equalTo(2))
        .body("pages", equalTo(2));
    rest.then().body("data.tr_external_id", contains(oldest)).body("page", equalTo(2));
  }

  @Test
  void theListTakesTwoStatementsHoweverLongItIs() {
    for (int i = 0; i < 30; i++) {
      transaction(location("Kota " + i));
    }
    double before = statements();

    Response list = get("/transactions?search=kota");

    assertThat(statements() - before).isEqualTo(2);
    list.then().body("data", hasSize(30));
  }

  @Test
  void theSearchIsInExternalIdAndLocationInAnyCase() {
    String kota = transaction(location("Kota Tua"));
    String senayan = transaction(location("Senayan City"));

    assertThat(found("search=tua")).containsExactly(kota);
    assertThat(found("search=" + senayan.substring(4))).containsExactly(senayan);
    assertThat(found("search=" + kota.toLowerCase())).containsExactly(kota);
    assertThat(found("search=")).hasSize(2);
  }

  @Test
  void theSearchTakesEveryCharacterAsItIs() {
    transaction(location("Kota"));
    for (String hostile : HOSTILE) {
      String id = transaction(location("x" + hostile + "y"));

      search("/transactions", "x" + hostile + "y")
          .then()
          .statusCode(200)
          .body("data.tr_external_id", contains(id));
    }
    get("/transactions").then().body("total", equalTo(1 + HOSTILE.length));
    search("/transactions", "K_t%").then().body("total", equalTo(0));
  }

  @Test
  void filtersNarrowTheListTogether() {
    long kota = location("Kota");
    long senayan = location("Senayan");
    String paid = transaction(kota, "COMPLETED", NOON);
    String pending = transaction(kota, "PENDING", NOON.plusSeconds(1));
    transaction(kota, "EXPIRED", NOON);
    transaction(senayan, "COMPLETED", NOON);

    assertThat(found("location_id=" + kota + "&status=COMPLETED")).containsExactly(paid);
    assertThat(found("search=kota&status=COMPLETED,PENDING")).containsExactly(pending, paid);
    assertThat(found("status=PENDING&status=COMPLETED&location_id=" + kota))
        .containsExactly(pending, paid);
    assertThat(found("location_id=" + senayan + "&status=FAILED")).isEmpty();
  }

  @Test
  void fromIsIncludedAndToIsNot() {
    String id = transaction(location("Kota"), "PENDING", NOON);

    assertThat(found("from=2026-01-31T12:00:00Z")).containsExactly(id);
    assertThat(found("from=2026-01-31T12:00:00.000001Z")).isEmpty();
    assertThat(found("to=2026-01-31T12:00:00Z")).isEmpty();
    assertThat(found("to=2026-01-31T12:00:00.000001Z")).containsExactly(id);
    assertThat(found("from=2026-01-31&to=2026-02-01")).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=PAID",
        "status=completed",
        "status=COMPLETED,PAID",
        "status=PENDING&status=0",
        "status=COMPLETED%00",
        "location_id=x",
        "location_id=1.5",
        "from=yesterday",
        "to=2026-02-30",
        "search=%00",
        "search=a%0Ab",
        "skip=-1",
        "limit=1001"
      })
  void aFilterThatCannotBeMeantNamesItsField(String query) {
    Response refused = office(STAFF).urlEncodingEnabled(false).get("/transactions?" + query);

    refused
        .then()
        .statusCode(422)
        .body("details.code", equalTo("VALIDATION_FAILED"))
        .body("details.errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @ParameterizedTest
  @CsvSource({
    "''                       , 4",
    "?status=                 , 4",
    "?status=COMPLETED        , 2",
    "'?status=COMPLETED,PENDING', 3",
    "?status=FAILED           , 0"
  })
  void theCountIsOfTheNamedStatuses(String query, int count) {
    long kota = location("Kota");
    transaction(kota, "COMPLETED", NOON);
    transaction(kota, "COMPLETED", NOON);
    transaction(kota, "PENDING", NOON);
    transaction(kota, "EXPIRED", NOON);

    Response counted = get("/transactions/count" + query);

    counted.then().statusCode(200).body("data.count", equalTo(count));
  }

  @Test
  void anUnknownStatusIsNotCounted() {
    get("/transactions/count?status=COMPLETED,PAID")
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo("status"));
  }

  @Test
  void addressesAreShownToStaffAndToNoLog() {
    TransactionRow.of(location("Kota"), "PENDING", NOON).email("guest@example.com").insert(pool);
    LogCapture log = new LogCapture();

    String shown = get("/transactions?search=kota").asString();
    log.close();

    assertThat(shown).contains("guest@example.com");
    assertThat(log.lines()).noneMatch(line -> line.contains("guest@"));
  }

  private static List<String> found(String query) {
    return get("/transactions?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("data.tr_external_id");
  }

  private double statements() {
    return metrics.find("database.statements").timers().stream().mapToDouble(Timer::count).sum();
  }
}
