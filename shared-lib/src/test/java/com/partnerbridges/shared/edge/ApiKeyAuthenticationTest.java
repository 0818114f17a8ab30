package com.partnerbridges.shared.edge;

import static com.partnerbridges.shared.edge.ProblemAssert.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyAuthenticationTest {
  @ParameterizedTest
  @CsvSource({
    "pos-key-1, /parcels/pos, till-1",
    "pos-key-2, /parcels/pos, till-1",
    "office-key, /parcels/reader, office"
  })
  void knownKeyIsTheCallerWithItsRoles(String key, String path, String name) {
    Response response = given().header("X-API-Key", key).get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("name")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels/pos", "/parcels/reader", "/parcels/known"})
  void noKeyIsUnauthorized(String path) {
    Response response = given().get(path);

    assertProblem(response, 401, "UNAUTHORIZED");
    assertThat(response.header("WWW-Authenticate")).isEqualTo("ApiKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels/pos", "/parcels/reader", "/parcels/known"})
  void unknownKeyIsUnauthorizedAndNotShown(String path) {
    Response response = given().header("X-API-Key", "pos-key-3").get(path);

    assertProblem(response, 401, "UNAUTHORIZED");
    assertThat(response.header("WWW-Authenticate")).isEqualTo("ApiKey");
    assertThat(response.asString()).doesNotContain("pos-key-3");
  }

  @Test
  void twoKeysAreUnauthorized() {
    Response response = given().header("X-API-Key", "pos-key-1", "pos-key-2").get("/parcels/pos");

    assertProblem(response, 401, "UNAUTHORIZED");
  }

  @ParameterizedTest
  @CsvSource({"office-key, /parcels/pos", "pos-key-1, /parcels/reader"})
  void keyWithoutTheRoleIsForbidden(String key, String path) {
    Response response = given().header("X-API-Key", key).get(path);

    assertProblem(response, 403, "FORBIDDEN");
  }

  @Test
  void openAddressNeedsNoKey() {
    Response response = given().get("/parcels");

    assertThat(response.statusCode()).isEqualTo(200);
  }
}
