package com.partnerbridges.xendit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff read; administrators write, too. */
@QuarkusTest
class OfficeAccessTest extends OfficeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /locations",
        "GET /locations/1",
        "GET /prices",
        "GET /prices/1",
        "GET /transactions",
        "GET /transactions/count",
        "GET /reports/daily"
      })
  void staffMayReadAndOthersMayNot(String call) {
    String method = call.split(" ")[0];
    String path = "/api/v1" + call.split(" ")[1];

    given().request(method, path).then().statusCode(401).body("success", equalTo(false));
    given().auth().oauth2("norole-local-token").request(method, path).then().statusCode(403);
    given()
        .auth()
        .oauth2(STAFF)
        .request(method, path)
        .then()
        .statusCode(path.endsWith("/1") ? 404 : 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /locations",
        "PUT /locations/1",
        "DELETE /locations/1",
        "POST /prices",
        "PUT /prices/1",
        "DELETE /prices/1"
      })
  void onlyAdministratorsMayWrite(String call) {
    String method = call.split(" ")[0];
    String path = call.split(" ")[1];
    String body = "{\"ml_name\": \"Kota\", \"mp_name\": \"Two strips\", \"mp_amount\": 1}";

    given()
        .contentType("application/json")
        .body(body)
        .request(method, "/api/v1" + path)
        .then()
        .statusCode(401);
    office(STAFF).body(body).request(method, path).then().statusCode(403);
    office(ADMIN)
        .body(body)
        .request(method, path)
        .then()
        .statusCode(method.equals("POST") ? 201 : 404);
  }
}
