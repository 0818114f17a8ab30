package com.partnerbridges.shared.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestGarbageTest {
  private static final String GOOD = "{\"weight\":1.5,\"pieces\":2,\"items\":[]}";

  @ParameterizedTest
  @ValueSource(strings = {"/parcels", "/parcels/later"})
  void goodBodyIsRead(String path) {
    Response response = post(path, GOOD.getBytes(StandardCharsets.UTF_8));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "}",
        "gar-bage",
        "[]",
        "7",
        "\"gar-bage\"",
        "{\"weight\":1} gar-bage",
        "{\"weight\":1}{}",
        "{\"weight\":1,\"weight\":2}",
        "{\"weight\":NaN}",
        "{'weight':1}",
        "{\"weight\":1,}",
        "{\"weight\":01}",
      })
  void unreadableBodyIsMalformedJson(String body) {
    Response response = post("/parcels", body.getBytes(StandardCharsets.UTF_8));

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @Test
  void aBodyThatMayBeLeftOutReachesTheResource() {
    Response response = post("/parcels/optional", new byte[0]);

    assertThat(response.jsonPath().getBoolean("parcel")).isFalse();
  }

  @Test
  void aBodyThatMayBeLeftOutIsReadWhenItIsThere() {
    Response response = post("/parcels/optional", "{".getBytes(StandardCharsets.UTF_8));

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight              | {\"weight\":\"gar-bage\"}",
        "weight              | {\"weight\":true}",
        "weight              | {\"weight\":{}}",
        "weight              | {\"weight\":[1,2]}",
        "weight              | {\"weight\":\"\"}",
        "size                | {\"weight\":1,\"size\":\"gar-bage\"}",
        "size                | {\"weight\":1,\"size\":\"\"}",
        "pieces              | {\"weight\":1,\"pieces\":\"\"}",
        "size                | {\"weight\":1,\"size\":1}",
        "pieces              | {\"weight\":1,\"pieces\":\"gar-bage\"}",
        "pieces              | {\"weight\":1,\"pieces\":99999999999}",
        "pieces              | {\"weight\":1,\"pieces\":1.5}",
        "items               | {\"weight\":1,\"items\":7}",
        "items               | {\"weight\":1,\"items\":{}}",
        "items[1]            | {\"weight\":1,\"items\":[{\"name\":\"a\"},7]}",
        "items[0].unit_price | {\"weight\":1,\"items\":[{\"unit_price\":\"gar-bage\"}]}",
        "items[0].name       | {\"weight\":1,\"items\":[{\"name\":{}}]}",
      })
  void wrongTypeNamesTheField(String field, String body) {
    Response response = post("/parcels/later", body.getBytes(StandardCharsets.UTF_8));

    assertProblem(response, 400, "MALFORMED_JSON");
    assertThat(response.jsonPath().getString("field")).isEqualTo(field);
  }

  @Test
  void numberOfThousandsOfDigitsIsMalformedJson() {
    byte[] body = ("{\"weight\":" + "9".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8);

    Response response = post("/parcels", body);

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @Test
  void tooDeepIsMalformedJson() {
    byte[] body = ("{\"unknown\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8);

    Response response = post("/parcels", body);

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @Test
  void badUtf8IsMalformedJson() {
    byte[] body = "{\"items\":[{\"name\":\"\u00ff\"}]}".getBytes(StandardCharsets.ISO_8859_1);

    Response response = post("/parcels", body);

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @Test
  void bytesThatAreNoTextAreMalformedJson() {
    byte[] body = {0, 0, -1, -1, 0, 0, 1, 2, 3, 4, 5, 6};

    Response response = post("/parcels", body);

    assertProblem(response, 400, "MALFORMED_JSON");
  }

  @Test
  void emptyRawBodyReachesTheResource() {
    Response response = post("/parcels/raw", new byte[0]);

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight              | {}",
        "items[0].name       | {\"weight\":1,\"items\":[{\"name\":\" \"}]}",
        "items[0].unit_price | {\"weight\":1,\"items\":[{\"name\":\"a\",\"unit_price\":-1}]}",
        "items[1]            | {\"weight\":1,\"items\":[{\"name\":\"a\"},null]}",
      })
  void brokenRuleNamesTheFieldOfTheJson(String field, String body) {
    Response response = post("/parcels", body.getBytes(StandardCharsets.UTF_8));

    assertProblem(response, 400, "VALIDATION_FAILED");
    assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo(field);
    assertThat(response.jsonPath().getString("errors[0].message")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "limit, limit=gar-bage",
    "limit, limit=501",
    "limit, limit=99999999999",
    "limit, limit=1.5",
    "skip, skip=10",
    "from, from=gar-bage",
    "from, from=2026-02-30",
    "from, from=%2B10000-01-01",
    "from, from=-1000000000-01-01T00:00:00Z",
    "from, from=2026-01-31T08:30:00",
    "size, size=gar-bage",
    "size, size=small",
    "day, day=gar-bage",
    "day, day=2026-02-30",
    "day, day=2026-01-31T08:30:00Z",
    "day, day=%2B10000-01-01",
    "day, day=-0001-01-01",
    "sizes, sizes=SMALL&sizes=gar-bage",
    "sizes, 'sizes=SMALL,gar-bage'",
    "sizes, 'sizes=SMALL,LARGE'",
  })
  void garbageInTheQueryNamesTheParameter(String parameter, String query) {
    Response response = given().urlEncodingEnabled(false).get("/parcels?" + query);

    assertProblem(response, 400, "VALIDATION_FAILED");
    assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T00:00:00Z, from=2026-01-31",
    "2026-01-31T08:30:00Z, from=2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00Z, from=2026-01-31T10:30:00%2B02:00",
    "null, limit=7",
    "null, limit=",
  })
  void momentsAreReadAsDateOrInstant(String moment, String query) {
    Response response = given().urlEncodingEnabled(false).get("/parcels?" + query);

    assertThat(response.jsonPath().getString("from")).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31, day=2026-01-31", "null, day=", "null, limit=7"})
  void daysAreReadAsTheyAreWritten(String day, String query) {
    Response response = given().get("/parcels?" + query);

    assertThat(response.jsonPath().getString("day")).isEqualTo(day);
  }

  @Test
  void garbageInThePathNamesTheParameter() {
    Response response = given().get("/parcels/gar-bage");

    assertProblem(response, 400, "VALIDATION_FAILED");
    assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo("number");
  }

  private static Response post(String path, byte[] body) {
    return given().contentType("application/json").body(body).post(path);
  }

  private static void assertProblem(Response response, int status, String code) {
    ProblemAssert.assertProblem(response, status, code);
    assertThat(response.asString()).doesNotContain("gar-bage");
  }
}
