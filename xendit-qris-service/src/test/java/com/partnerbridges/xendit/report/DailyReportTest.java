package com.partnerbridges.xendit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.xendit.OfficeTest;
import com.partnerbridges.xendit.TransactionRow;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DailyReportTest extends OfficeTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @Inject ReportRepository reports;

  @Test
  void sumsAreByDayLocationAndStatusInThisOrder() {
    long kota = location("kota");
    long city = location("City");
    row(kota, "COMPLETED", NOON, 40_000);
    row(kota, "COMPLETED", NOON, 45_000);
    row(kota, "EXPIRED", NOON, 1);
    row(city, "PENDING", NOON, 2);
    row(kota, "FAILED", NOON.minus(Duration.ofDays(1)), 3);

    Response report = get("/reports/daily?from=2026-01-30&to=2026-01-31");

    report
        .then()
        .statusCode(200)
        .body("data.day", contains("2026-01-30", "2026-01-31", "2026-01-31", "2026-01-31"))
        .body("data.location.ml_name", contains("kota", "City", "kota", "kota"))
        .body("data.status", contains("FAILED", "PENDING", "COMPLETED", "EXPIRED"))
        .body("data.count", contains(1, 1, 2, 1))
        .body("data.amount", contains(3, 2, 85_000, 1))
        .body("data[0].location.ml_id", equalTo((int) kota))
        .body("data[0].size()", equalTo(5));
  }

  @Test
  void bothDaysAreIncludedAndNoMomentMore() {
    long kota = location("Kota");
    transaction(kota, "PENDING", Instant.parse("2026-01-29T23:59:59.999999Z"));
    transaction(kota, "PENDING", Instant.parse("2026-01-30T00:00:00Z"));
    transaction(kota, "PENDING", Instant.parse("2026-01-31T23:59:59.999999Z"));
    transaction(kota, "PENDING", Instant.parse("2026-02-01T00:00:00Z"));

    Response report = get("/reports/daily?from=2026-01-30&to=2026-01-31");

    report
        .then()
        .body("data.day", contains("2026-01-30", "2026-01-31"))
        .body("data.count", contains(1, 1));
  }

  @Test
  void onlyTheLocationThatIsAskedFor() {
    long kota = location("Kota");
    transaction(kota, "PENDING", NOON);
    transaction(location("City"), "PENDING", NOON);

    Response report = get("/reports/daily?from=2026-01-31&to=2026-01-31&location_id=" + kota);

    report.then().body("data.location.ml_name", contains("Kota"));
  }

  @Test
  void withoutDaysItIsTheLastSeven() {
    long kota = location("Kota");
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int ago = 0; ago < 9; ago++) {
      transaction(kota, "PENDING", today.minusDays(ago).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    Response report = get("/reports/daily");

    report
        .then()
        .body("data", hasSize(7))
        .body("data[0].day", equalTo(today.minusDays(6).toString()))
        .body("data[6].day", equalTo(today.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-01-31T16:59:59Z, 2026-01-31",
    "Asia/Jakarta, 2026-01-31T17:00:00Z, 2026-02-01",
    "+07:00, 2026-01-31T16:59:59Z, 2026-01-31",
    "+07:00, 2026-01-31T17:00:00Z, 2026-02-01",
    "America/New_York, 2026-02-01T04:59:59Z, 2026-01-31",
    "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29",
    "Europe/Berlin, 2026-03-29T21:59:59Z, 2026-03-29",
    "Europe/Berlin, 2026-03-29T22:00:00Z, 2026-03-30",
    "Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-25",
    "Europe/Berlin, 2026-10-25T23:00:00Z, 2026-10-26",
    "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29",
    "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31"
  })
  void aDayIsThatOfTheTimeZone(ZoneId zone, Instant createdAt, LocalDate day) {
    transaction(location("Kota"), "PENDING", createdAt);
    ReportDays days = new ReportDays(day.minusDays(3), day.plusDays(3), zone);

    List<DailySum> sums = reports.daily(days, null).await().atMost(Duration.ofSeconds(5));

    assertThat(sums).extracting(DailySum::day).containsExactly(day);
  }

  @Test
  void aYearIsNotTooLong() {
    get("/reports/daily?from=2024-01-01&to=2024-12-31").then().statusCode(200);
    get("/reports/daily?from=9999-12-31&to=9999-12-31").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2024-01-01&to=2025-01-01",
        "from=0000-01-01",
        "from=2026-02-01&to=2026-01-31",
        "from=2026-02-30",
        "from=2026-01-31T12:00:00Z",
        "from=%00",
        "to=tomorrow",
        "to=%2B10000-01-01",
        "location_id=x"
      })
  void daysThatCannotBeMeantNameTheirField(String query) {
    Response refused = office(STAFF).urlEncodingEnabled(false).get("/reports/daily?" + query);

    refused
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  private void row(long location, String status, Instant createdAt, long amount) {
    TransactionRow.of(location, status, createdAt).amount(amount).insert(pool);
  }
}
