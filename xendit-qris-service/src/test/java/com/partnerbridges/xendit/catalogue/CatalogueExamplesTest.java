package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.xendit.OfficeTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /docs} offers to try is what works. */
@QuarkusTest
class CatalogueExamplesTest extends OfficeTest {

  @ParameterizedTest
  @CsvSource({"LocationForm, /locations", "PriceForm, /prices"})
  void theExampleOfAFormIsTaken(String form, String path) {
    Object example =
        RestAssured.get("/q/openapi?format=json")
            .jsonPath()
            .getMap("components.schemas." + form + ".examples[0]");

    office(ADMIN).body(example).post(path).then().statusCode(201);
  }
}
