package com.partnerbridges.xendit.access;

import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.ADMIN;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.NO_ROLE;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.STAFF;
import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.SUPER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token of Atlas opens. */
@QuarkusTest
class SignInTest {

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject MovableClock clock;
  private AtlasSandboxClient atlas;

  @BeforeEach
  void startClean() {
    clock.reset();
    atlas = new AtlasSandboxClient(sandbox);
    atlas.reset();
  }

  @ParameterizedTest
  @CsvSource({
    STAFF + ", staff, 200",
    STAFF + ", admin, 403",
    STAFF + ", jobs, 403",
    ADMIN + ", staff, 200",
    ADMIN + ", admin, 200",
    ADMIN + ", jobs, 200",
    SUPER + ", admin, 200",
    NO_ROLE + ", staff, 403",
    "unknown-token, staff, 401"
  })
  void theLevelInOurApplicationDecides(String token, String door, int status) {
    Response response = knock(token, door);

    response.then().statusCode(status).body("success", equalTo(status == 200));
  }

  @Test
  void theCookieGoesBeforeTheHeader() {
    Response response =
        given().cookie("ATLASTOKEN", STAFF).auth().oauth2(NO_ROLE).get("/doors/staff");

    response.then().statusCode(200).body("data", equalTo("staff"));
  }

  @Test
  void withoutATokenNobodyIsKnown() {
    Response response = given().get("/doors/staff");

    response.then().statusCode(401).header("WWW-Authenticate", "Bearer");
    response.then().body("details.code", equalTo("UNAUTHORIZED"));
  }

  private static Response knock(String token, String door) {
    return given().auth().oauth2(token).get("/doors/" + door);
  }
}
