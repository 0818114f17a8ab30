package com.partnerbridges.xendit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.xendit.OfficeTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LocationTest extends OfficeTest {

  @Test
  void aNewLocationIsShownWithItsTimes() {
    Response created = create("  Kota Tua ");

    created
        .then()
        .statusCode(201)
        .body("success", equalTo(true))
        .body("data.ml_name", equalTo("Kota Tua"))
        .body("data.ml_updated_at", equalTo(created.path("data.ml_created_at")));
    assertThat(created.<String>path("data.ml_created_at")).matches("[0-9T:.-]+Z");
    get("/locations/{id}", id(created)).then().body("data", equalTo(created.path("data")));
  }

  @Test
  void aRenamedLocationKeepsItsIdAndItsBeginning() {
    Response created = create("Kota");

    Response renamed = office(ADMIN).body(form("KOTA")).put("/locations/{id}", id(created));

    renamed
        .then()
        .statusCode(200)
        .body("data.ml_id", equalTo(id(created)))
        .body("data.ml_name", equalTo("KOTA"))
        .body("data.ml_created_at", equalTo(created.path("data.ml_created_at")));
    assertThat(renamed.<String>path("data.ml_updated_at"))
        .isGreaterThan(created.path("data.ml_updated_at"));
  }

  @Test
  void namesDifferInMoreThanTheirCase() {
    location("Kota Tua");
    long other = location("Senayan");

    Response created = create("KOTA tua");
    Response renamed = office(ADMIN).body(form(" kota tua")).put("/locations/{id}", other);

    created.then().statusCode(409).body("details.code", equalTo("LOCATION_NAME_TAKEN"));
    renamed.then().statusCode(409).body("details.code", equalTo("LOCATION_NAME_TAKEN"));
    get("/locations").then().body("data.ml_name", contains("Kota Tua", "Senayan"));
  }

  @Test
  void aDeletedLocationIsGone() {
    long id = location("Kota");

    Response deleted = office(ADMIN).delete("/locations/{id}", id);

    deleted.then().statusCode(200).body("data.ml_name", equalTo("Kota"));
    get("/locations/{id}", id)
        .then()
        .statusCode(404)
        .body("details.code", equalTo("LOCATION_NOT_FOUND"));
  }

  @Test
  void aLocationWithTransactionsStays() {
    long id = location("Kota");
    transaction(id);

    Response refused = office(ADMIN).delete("/locations/{id}", id);

    refused.then().statusCode(409).body("details.code", equalTo("LOCATION_IN_USE"));
    get("/locations/{id}", id).then().statusCode(200);
  }

  @Test
  void whatIsNotThereIsNeitherShownNorChanged() {
    get("/locations/4711").then().statusCode(404);
    office(ADMIN).body(form("Kota")).put("/locations/4711").then().statusCode(404);
    office(ADMIN)
        .delete("/locations/4711")
        .then()
        .statusCode(404)
        .body("details.code", equalTo("LOCATION_NOT_FOUND"));
  }

  @Test
  void theListIsInOrderOfNamesAndPaged() {
    location("beta");
    location("Alpha");
    location("Gamma");

    Response first = get("/locations?limit=2");
    Response second = get("/locations?limit=2&skip=2");

    first
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("data.ml_name", contains("Alpha", "beta"))
        .body("total", equalTo(3))
        .body("page", equalTo(1))
        .body("size", equalTo(2))
        .body("pages", equalTo(2));
    second.then().body("data.ml_name", contains("Gamma")).body("page", equalTo(2));
  }

  @Test
  void theSearchIsForAPartOfTheNameInAnyCase() {
    location("Kota Tua");
    location("Senayan City");

    Response found = get("/locations?search=AN c");

    found.then().body("data.ml_name", contains("Senayan City")).body("total", equalTo(1));
    get("/locations?search=").then().body("total", equalTo(2));
  }

  @Test
  void theSearchTakesEveryCharacterAsItIs() {
    location("Kota");
    for (String hostile : HOSTILE) {
      location("x" + hostile + "y");

      search("/locations", "x" + hostile + "y")
          .then()
          .statusCode(200)
          .body("data.ml_name", contains("x" + hostile + "y"));
    }
    get("/locations").then().body("data", hasSize(1 + HOSTILE.length));
    search("/locations", "K_ta").then().body("total", equalTo(0));
    search("/locations", "K%a").then().body("total", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ml_name\": null}",
        "{\"ml_name\": \"\"}",
        "{\"ml_name\": \" \\t \"}",
        "{\"ml_name\": \"two\\nlines\"}",
        "{\"ml_name\": \"two\\u2028lines\"}",
        "{\"ml_name\": \"nothing\\u0000\"}",
        "{\"ml_name\": \"next\\u0085line\"}",
        "{\"ml_name\": \"half \\ud800\"}",
        "{\"ml_name\": [\"Kota\"]}"
      })
  void aNameIsOneLineOfText(String body) {
    Response refused = office(ADMIN).body(body).post("/locations");

    refused.then().statusCode(422).body("details.errors[0].field", equalTo("ml_name"));
    get("/locations").then().body("total", equalTo(0));
  }

  @Test
  void aNameHasAtMostAHundredCharacters() {
    create("a".repeat(100)).then().statusCode(201);
    create("b".repeat(101))
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo("ml_name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search=%00", "search=a%0Ab", "skip=-1", "skip=x", "limit=0", "limit=1001"})
  void aQueryThatCannotBeMeantNamesItsField(String query) {
    Response refused = office(STAFF).urlEncodingEnabled(false).get("/locations?" + query);

    refused
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void theSearchIsBounded() {
    get("/locations?search=" + "a".repeat(101)).then().statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "99999999999999999999"})
  void anIdIsAWholeNumber(String id) {
    get("/locations/{id}", id).then().statusCode(422);
  }

  @Test
  void aFormOfAnotherSiteIsNoRequest() {
    office(ADMIN)
        .contentType("text/plain")
        .body("{\"ml_name\": \"Kota\"}")
        .post("/locations")
        .then()
        .statusCode(415);
  }

  private static Response create(String name) {
    return office(ADMIN).body(form(name)).post("/locations");
  }

  private static Map<String, String> form(String name) {
    return Map.of("ml_name", name);
  }

  private static int id(Response location) {
    return location.path("data.ml_id");
  }
}
