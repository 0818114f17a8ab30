package com.partnerbridges.xendit.access;

import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.ADMIN;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.NO_ROLE;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.OTHER_CASE;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.STAFF;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.SUPER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.testkit.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token of Atlas opens. */
@QuarkusTest
class SignInTest extends AtlasTest {

  @ParameterizedTest
  @CsvSource({
    STAFF + ", staff, 200",
    STAFF + ", admin, 403",
    STAFF + ", jobs, 403",
    ADMIN + ", staff, 200",
    ADMIN + ", admin, 200",
    ADMIN + ", jobs, 200",
    SUPER + ", staff, 200",
    SUPER + ", admin, 200",
    OTHER_CASE + ", staff, 200",
    OTHER_CASE + ", admin, 403",
    NO_ROLE + ", staff, 403",
    "unknown-token, staff, 401"
  })
  void theLevelInOurApplicationDecides(String token, String door, int status) {
    Response response = knock(token, door);

    response.then().statusCode(status).body("success", equalTo(status == 200));
  }

  @ParameterizedTest
  @CsvSource({
    "0, staff, 403",
    "-5, staff, 403",
    "1, staff, 200",
    "49, admin, 403",
    "50, admin, 200"
  })
  void theBoundsOfLevels(int level, String door, int status) {
    String token = user("bound", level);

    Response response = knock(token, door);

    response.then().statusCode(status);
  }

  @Test
  void anEncryptedAnswerSaysTheSame() {
    String token = user("secretive", 50);
    atlas.encrypted(true);

    Response response = knock(token, "admin");

    response.then().statusCode(200).body("data", equalTo("secretive"));
  }

  @Test
  void theCookieGoesBeforeTheHeader() {
    Response response =
        given().cookie("ATLASTOKEN", STAFF).auth().oauth2(NO_ROLE).get("/doors/staff");

    response.then().statusCode(200).body("data", equalTo("staff"));
  }

  @Test
  void anEmptyCookieIsNone() {
    Response response = given().cookie("ATLASTOKEN", "").auth().oauth2(STAFF).get("/doors/staff");

    response.then().statusCode(200);
  }

  @Test
  void withoutATokenNobodyIsKnownAndAtlasIsNotAsked() {
    Response response = given().get("/doors/staff");

    response.then().statusCode(401).header("WWW-Authenticate", "Bearer");
    response.then().body("details.code", equalTo("UNAUTHORIZED"));
    assertThat(calls()).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotBeATokenIsNotCarriedToAtlas(String authorization) {
    Response response = given().header("Authorization", authorization).get("/doors/staff");

    response.then().statusCode(401).body("details.code", equalTo("UNAUTHORIZED"));
    assertThat(calls()).isZero();
  }

  static List<String> whatCannotBeATokenIsNotCarriedToAtlas() {
    return List.of(
        "Bearer",
        "Bearer  ",
        "Bearer two words",
        "Bearer caf\u00e9",
        "Basic " + STAFF,
        STAFF,
        "Bearer " + "a".repeat(4097));
  }

  @Test
  void twoHeadersAreNoToken() {
    Response response =
        given().header("Authorization", "Bearer " + STAFF, "Bearer " + ADMIN).get("/doors/staff");

    response.then().statusCode(401);
  }

  @Test
  void anOpenDoorAsksNobody() {
    Response response = knock("unknown-token", "open");

    response.then().statusCode(200);
    assertThat(calls()).isZero();
  }

  @Test
  void anOperatorNeedsNoAtlas() {
    Response response = given().header("X-API-Key", "operator-local-key").get("/doors/jobs");

    response.then().statusCode(200).body("data", equalTo("operator"));
    assertThat(calls()).isZero();
  }

  @Test
  void neitherTokensNorPeopleAreLogged() {
    String token = user("somebody", 10);
    LogCapture log = new LogCapture();

    knock(token, "admin");
    clock.forward(Duration.ofHours(1));
    atlasIsAway();
    knock(token, "admin");

    log.close();
    assertThat(log.lines()).anyMatch(line -> line.contains("atlas call failed"));
    assertThat(log.lines()).noneMatch(line -> line.contains(token) || line.contains("somebody"));
  }
}
