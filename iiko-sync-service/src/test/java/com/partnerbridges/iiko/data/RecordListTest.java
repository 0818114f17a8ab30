package com.partnerbridges.iiko.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of what was copied. */
@QuarkusTest
class RecordListTest extends ServiceTest {

  private String account;
  private Seeded iiko;
  private Instant now;

  @BeforeEach
  void seed() {
    account = newAccount();
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    iiko = new Seeded(pool, account, now);
    new Seeded(pool, newAccount(), now).restaurant("foreign", "Foreign").supplier("f", "Foreign");
  }

  @Test
  void onlyDepartmentsAreRestaurants() {
    iiko.department("corp", "CORPORATION", null, "All")
        .department("jur", "JURPERSON", "corp", "Ltd")
        .department("d-1", "DEPARTMENT", "jur", "Harbour")
        .department("s-1", "STORE", "d-1", "Cellar");

    ValidatableResponse answer = list("/restaurants");

    answer.body("items.iiko_id", contains("d-1")).body("items[0].parent_id", equalTo("jur"));
  }

  @Test
  void storesTellTheirRestaurantByTheAccountsOwnName() {
    iiko.restaurant("d-1", "Harbour").store("s-1", "Cellar", "d-1").store("s-2", "Attic", null);
    iiko.sql(
        "update corporate_item set display_name = 'The Harbour' where account_id = $1"
            + " and iiko_id = 'd-1'");

    ValidatableResponse answer = list("/stores");

    answer
        .body("items.name", contains("Attic", "Cellar"))
        .body("items[1].restaurant_id", equalTo("d-1"))
        .body("items[1].restaurant_name", equalTo("The Harbour"))
        .body("items[0].restaurant_id", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "?name=HARB, d-1",
    "?name=quay, d-2",
    "?name=%25, d-3",
    "?gone=true, d-4",
    "?sync_status=error, d-2",
    "?sync_status=pending, d-3"
  })
  void listsAreFiltered(String query, String expected) {
    iiko.restaurant("d-1", "Harbour")
        .restaurant("d-2", "Old Mill")
        .restaurant("d-3", "100% Fish")
        .restaurant("d-4", "Closed");
    iiko.sql(
            "update corporate_item set display_name = 'The Quay', sync_error = 'no name'"
                + " where account_id = $1 and iiko_id = 'd-2'")
        .sql(
            "update corporate_item set content_hash = null where account_id = $1"
                + " and iiko_id = 'd-3'")
        .sql("update corporate_item set gone_at = now() where account_id = $1 and iiko_id = 'd-4'");

    ValidatableResponse answer = list("/restaurants" + query);

    answer.body("items.iiko_id", contains(expected));
  }

  @Test
  void howARecordStandsIsToldTruthfully() {
    Instant confirmed = now.plus(Duration.ofHours(1));
    iiko.supplier("a", "Good").supplier("b", "Broken").supplier("c", "Never");
    iiko.confirmed("suppliers", "0001-01-01", confirmed)
        .sql("update supplier set sync_error = 'no number' where account_id = $1 and iiko_id = 'b'")
        .sql("update supplier set content_hash = null where account_id = $1 and iiko_id = 'c'");

    JsonPath all = list("/suppliers").extract().jsonPath();

    assertThat(all.getList("items.iiko_sync_status")).containsExactly("error", "synced", "pending");
    assertThat(all.getList("items.iiko_sync_error")).containsExactly("no number", null, null);
    assertThat(all.getList("items.iiko_last_synced_at"))
        .containsExactly(now.toString(), confirmed.toString(), null);
  }

  @Test
  void invoicesNameTheirSupplierStoreAndRestaurant() {
    iiko.restaurant("d-1", "Harbour")
        .restaurant("d-2", "Mill")
        .store("s-1", "Cellar", "d-1")
        .supplier("u-1", "Fish & Co")
        .invoice("i-1", "2025-11-20", "u-1", "s-1")
        .invoice("i-2", "2025-11-19", null, null);
    iiko.sql("update invoice set department_id = 'd-2' where account_id = $1 and iiko_id = 'i-2'");

    ValidatableResponse answer = list("/invoices");

    answer
        .body("items[0]", hasEntry("supplier_name", "Fish & Co"))
        .body("items[0]", hasEntry("store_name", "Cellar"))
        .body("items[0]", hasEntry("restaurant_name", "Harbour"))
        .body("items[1]", hasEntry("restaurant_name", "Mill"));
  }

  @ParameterizedTest
  @CsvSource({
    "restaurant_id=d-1, i-2",
    "supplier_id=u-1, i-2",
    "status=DELETED, i-1",
    "from=2025-11-20&to=2025-11-20, i-2",
    "to=2025-11-19, i-1",
    "name=fish, i-2",
    "name=n-i-3, i-3"
  })
  void invoicesAreFiltered(String query, String expected) {
    iiko.restaurant("d-1", "Harbour").store("s-1", "Cellar", "d-1").supplier("u-1", "Fish & Co");
    iiko.invoice("i-1", "2025-11-19", null, null)
        .invoice("i-2", "2025-11-20", "u-1", "s-1")
        .invoice("i-3", "2025-11-21", null, null)
        .sql("update invoice set status = 'DELETED' where account_id = $1 and iiko_id = 'i-1'");

    ValidatableResponse answer = list("/invoices?" + query);

    answer.body("items.iiko_id", contains(expected));
  }

  @Test
  void numbersAreExactlyIikos() {
    iiko.invoice("i-1", "2025-11-20", null, null)
        .item("i-1", 2, "6.000", "38.03", "228.15")
        .item("i-1", 1, "0.000000001", "12345678901234567890.123456789", "1E+3");

    String answer = list("/invoices/i-1").extract().asString();

    assertThat(answer)
        .contains("\"amount\":6.000", "\"price\":38.03", "\"sum\":228.15")
        .contains("\"amount\":0.000000001", "\"price\":12345678901234567890.123456789")
        .contains("\"sum\":1000", "\"total\":228.15")
        .containsSubsequence("\"position\":1", "\"position\":2");
  }

  @Test
  void draftsAndDeletedInvoicesAreShownAsWhatTheyAre() {
    iiko.invoice("a", "2025-11-21", null, null)
        .invoice("b", "2025-11-20", null, null)
        .invoice("c", "2025-11-19", null, null)
        .sql("update invoice set status = 'NEW' where account_id = $1 and iiko_id = 'a'")
        .sql("update invoice set status = 'DELETED' where account_id = $1 and iiko_id = 'b'");

    ValidatableResponse answer = list("/invoices");

    answer.body("items.status", contains("NEW", "DELETED", "PROCESSED"));
  }

  @Test
  void ourNamesAreOursAndIikosAreIikos() {
    iiko.restaurant("d-1", "Harbour");

    ValidatableResponse answer =
        as(account, ADMIN)
            .body("{\"display_name\": \"The Harbour\"}")
            .patch(at(account, "/restaurants/d-1"))
            .then();

    answer
        .statusCode(200)
        .body("name", equalTo("Harbour"))
        .body("display_name", equalTo("The Harbour"))
        .body("iiko_sync_status", equalTo("synced"));
  }

  @Test
  void anOwnNameCanBeTakenAwayAgain() {
    iiko.supplier("u-1", "Fish")
        .sql("update supplier set display_name = 'Nets' where account_id = $1");

    ValidatableResponse answer =
        as(account, ADMIN)
            .body("{\"display_name\": null}")
            .patch(at(account, "/suppliers/u-1"))
            .then();

    answer.statusCode(200).body("display_name", nullValue());
  }

  @Test
  void aNameThatIsLeftOutIsNoWish() {
    iiko.supplier("u-1", "Fish")
        .sql("update supplier set display_name = 'Nets' where account_id = $1");

    as(account, ADMIN).body("{}").patch(at(account, "/suppliers/u-1")).then().statusCode(400);

    list("/suppliers/u-1").body("display_name", equalTo("Nets"));
  }

  @ParameterizedTest
  @CsvSource({
    "/restaurants/foreign, RESTAURANT_NOT_FOUND",
    "/stores/d-1, STORE_NOT_FOUND",
    "/suppliers/f, SUPPLIER_NOT_FOUND",
    "/invoices/i-0, INVOICE_NOT_FOUND"
  })
  void whatTheAccountDoesNotHaveIsNotFound(String path, String code) {
    iiko.restaurant("d-1", "Harbour");

    ValidatableResponse answer = as(account, MEMBER).get(at(account, path)).then();

    answer.statusCode(404).body("code", equalTo(code));
  }

  @Test
  void anAccountWithoutRecordsHasEmptyLists() {
    for (String path : List.of("/restaurants", "/stores", "/suppliers", "/invoices")) {
      list(path).body("items", empty()).body("next", nullValue());
    }
  }

  private ValidatableResponse list(String path) {
    return as(account, MEMBER)
        .urlEncodingEnabled(false)
        .get(at(account, path))
        .then()
        .statusCode(200);
  }
}
