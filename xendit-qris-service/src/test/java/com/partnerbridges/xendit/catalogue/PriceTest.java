package com.partnerbridges.xendit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.xendit.OfficeTest;
import com.partnerbridges.xendit.TransactionRow;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PriceTest extends OfficeTest {

  @Test
  void aNewPriceIsShownWithItsTimes() {
    Response created = create(" Two strips ", 45_000);

    created
        .then()
        .statusCode(201)
        .body("data.mp_name", equalTo("Two strips"))
        .body("data.mp_amount", equalTo(45_000))
        .body("data.mp_updated_at", equalTo(created.path("data.mp_created_at")));
    assertThat(created.<String>path("data.mp_created_at")).matches("[0-9T:.-]+Z");
    get("/prices/{id}", id(created)).then().body("data", equalTo(created.path("data")));
  }

  @Test
  void aPriceIsChanged() {
    Response created = create("Two strips", 45_000);

    Response changed =
        office(ADMIN)
            .body(Map.of("mp_name", "Three strips", "mp_amount", 60_000))
            .put("/prices/{id}", id(created));

    changed
        .then()
        .statusCode(200)
        .body("data.mp_id", equalTo(id(created)))
        .body("data.mp_name", equalTo("Three strips"))
        .body("data.mp_amount", equalTo(60_000))
        .body("data.mp_created_at", equalTo(created.path("data.mp_created_at")));
    assertThat(changed.<String>path("data.mp_updated_at"))
        .isGreaterThan(created.path("data.mp_updated_at"));
  }

  @Test
  void aTransactionOutlivesItsPrice() {
    int id = id(create("Two strips", 45_000));
    TransactionRow.of(location("Kota"), "PENDING", clock.instant())
        .price(id)
        .amount(45_000)
        .insert(pool);

    Response deleted = office(ADMIN).delete("/prices/{id}", id);

    deleted.then().statusCode(200).body("data.mp_id", equalTo(id));
    get("/prices/{id}", id).then().statusCode(404);
    get("/transactions")
        .then()
        .body("data[0].tr_price_id", nullValue())
        .body("data[0].tr_amount", equalTo(45_000));
  }

  @Test
  void whatIsNotThereIsNeitherShownNorChanged() {
    get("/prices/4711").then().statusCode(404);
    office(ADMIN)
        .body(Map.of("mp_name", "Two strips", "mp_amount", 1))
        .put("/prices/4711")
        .then()
        .statusCode(404);
    office(ADMIN)
        .delete("/prices/4711")
        .then()
        .statusCode(404)
        .body("details.code", equalTo("PRICE_NOT_FOUND"));
  }

  @Test
  void theListIsInOrderOfNamesAndPaged() {
    create("beta", 3);
    create("Alpha", 2);
    create("Alpha", 1);

    Response part = get("/prices?limit=2&skip=1");

    part.then()
        .statusCode(200)
        .body("data.mp_amount", contains(1, 3))
        .body("total", equalTo(3))
        .body("page", equalTo(1))
        .body("size", equalTo(2))
        .body("pages", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "0",
        "-1",
        "10000001",
        "9223372036854775808",
        "1.5",
        "\"much\"",
        "true",
        "[1]",
        "1e99"
      })
  void anAmountIsWholeRupiahThatXenditTakes(String amount) {
    Response refused =
        office(ADMIN)
            .body("{\"mp_name\": \"Two strips\", \"mp_amount\": %s}".formatted(amount))
            .post("/prices");

    refused.then().statusCode(422).body("details.errors[0].field", equalTo("mp_amount"));
    get("/prices").then().body("total", equalTo(0));
  }

  @Test
  void theLargestAmountIsOneThatXenditTakes() {
    create("Everything", 10_000_000).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"two\\nlines\"", "\"half \\ud800\"", "{}"})
  void aNameIsOneLineOfText(String name) {
    Response refused =
        office(ADMIN).body("{\"mp_name\": %s, \"mp_amount\": 1}".formatted(name)).post("/prices");

    refused.then().statusCode(422).body("details.errors[0].field", equalTo("mp_name"));
  }

  private static Response create(String name, long amount) {
    return office(ADMIN).body(Map.of("mp_name", name, "mp_amount", amount)).post("/prices");
  }

  private static int id(Response price) {
    return price.path("data.mp_id");
  }
}
