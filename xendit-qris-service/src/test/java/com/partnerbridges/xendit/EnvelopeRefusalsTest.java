package com.partnerbridges.xendit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.dev.testkit.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every no has the one envelope. */
@QuarkusTest
class EnvelopeRefusalsTest {

  @Test
  void unknownAddress() {
    Response response = given().get("/api/v1/nowhere");

    assertRefused(response, 404, "NOT_FOUND");
  }

  @Test
  void unknownAddressOutsideOfTheApi() {
    Response response = given().get("/nowhere");

    assertRefused(response, 404, "NOT_FOUND");
  }

  @Test
  void wrongMethod() {
    Response response = given().delete("/doors/open");

    assertRefused(response, 405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void wrongMediaType() {
    Response response = given().contentType("text/plain").body("label").post("/doors/parcels");

    assertRefused(response, 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void tooLargeABody() {
    // not sent: the connection closes before a client has written all of it
    Answer answer = RawHttp.of("POST /doors/parcels").with("Content-Length", "300000").send();

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).startsWith("{\"success\":false,").contains("BODY_TOO_LARGE");
  }

  @Test
  void invalidFieldsAreNamedWithTheKindOfRule() {
    Response response = send("{\"label\":\" \"}");

    assertRefused(response, 422, "VALIDATION_FAILED");
    response.then().body("details.errors", hasSize(1));
    response.then().body("details.errors[0].field", equalTo("label"));
    response.then().body("details.errors[0].message", equalTo("must not be blank"));
    response.then().body("details.errors[0].type", equalTo("not_blank"));
  }

  @Test
  void unreadableFieldIsAnErrorLikeAnInvalidOne() {
    Response response = send("{\"label\":\"a\",\"weight\":\"heavy\"}");

    assertRefused(response, 422, "MALFORMED_JSON");
    response.then().body("details.errors", hasSize(1));
    response.then().body("details.errors[0].field", equalTo("weight"));
    response.then().body("details.errors[0].message", containsString("weight"));
    response.then().body("details.errors[0].type", equalTo("malformed"));
  }

  @Test
  void brokenJsonHasAnErrorWithoutField() {
    Response response = send("{\"label\":");

    assertRefused(response, 422, "MALFORMED_JSON");
    response.then().body("details.errors[0].field", equalTo(""));
  }

  @Test
  void faultShowsNothingButAnIncident() {
    Response response = given().get("/doors/broken");

    assertRefused(response, 500, "INTERNAL");
    assertThat(response.jsonPath().getString("details.incident")).hasSize(36);
    assertThat(response.asString()).doesNotContain("secret-of-the-house", "Exception");
  }

  private static Response send(String body) {
    return given().contentType("application/json").body(body).post("/doors/parcels");
  }

  private static void assertRefused(Response response, int status, String code) {
    response.then().statusCode(status).contentType("application/json");
    Map<String, Object> envelope = response.jsonPath().getMap("");
    assertThat(envelope).containsOnlyKeys("success", "message", "details");
    assertThat(envelope).containsEntry("success", false);
    assertThat((String) envelope.get("message")).isNotBlank();
    Map<String, Object> details = response.jsonPath().getMap("details");
    assertThat(details).containsEntry("code", code);
    assertThat(details).doesNotContainKeys("type", "title", "status", "detail", "field");
  }
}
