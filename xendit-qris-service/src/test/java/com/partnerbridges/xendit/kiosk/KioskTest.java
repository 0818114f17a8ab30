package com.partnerbridges.xendit.kiosk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is behind the kiosk page. */
@QuarkusTest
class KioskTest extends ServiceTest {

  @Inject TestTokenWarning warning;

  @Test
  void thePageIsFoundWithoutItsSlash() {
    given()
        .redirects()
        .follow(false)
        .get("/kiosk")
        .then()
        .statusCode(308)
        .header("Location", "kiosk/");

    given().get("/kiosk").then().statusCode(200).body(containsString("kiosk.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "kiosk.js", "kiosk.css", "settings"})
  void nothingForeignRunsInThePage(String file) {
    given()
        .get("/kiosk/" + file)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Frame-Options", "DENY")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  @Test
  void otherAddressesHaveOtherPolicies() {
    assertThat(given().get("/kiosks").header("Content-Security-Policy")).isNull();
  }

  @Test
  void theSandboxUserSignsThePageIn() {
    given()
        .get("/kiosk/settings")
        .then()
        .statusCode(200)
        .body("data.test_token", equalTo(ADMIN))
        .body("data.can_pay", equalTo(true))
        .body("data.encrypted", equalTo(false))
        .body("data.standard_amount", equalTo(40_000))
        .body("data.wait_seconds", equalTo(25));
  }

  @Test
  void theStartWarnsOfTheTestToken() {
    LogCapture log = new LogCapture();

    warning.tell(new StartupEvent());

    log.close();
    assertThat(log.lines()).anyMatch(line -> line.startsWith("KIOSK_TEST_TOKEN is set"));
    assertThat(log.lines()).noneMatch(line -> line.contains(ADMIN));
  }

  @Test
  void payingGoesThroughXenditAndItsWebhook() {
    String id = pending();

    as(STAFF).body("{}").post("/kiosk/pay/{id}", id).then().statusCode(200);

    await(() -> status(id).equals("COMPLETED"));
  }

  @Test
  void whatXenditDoesNotTakeIsSaid() {
    String id = pending();
    xendit.setFault("simulate", Fault.status(500));

    as(STAFF)
        .body("{}")
        .post("/kiosk/pay/{id}", id)
        .then()
        .statusCode(502)
        .body("details.code", equalTo("NOT_PAID"));
  }

  @Test
  void strangersDoNotPay() {
    String id = pending();

    given()
        .contentType("application/json")
        .body("{}")
        .post("/kiosk/pay/{id}", id)
        .then()
        .statusCode(401);
    as(STAFF).body("{}").post("/kiosk/pay/TRX-1-20260131083000-FFFFFFFF").then().statusCode(404);
    as(STAFF).body("{}").post("/kiosk/pay/nonsense").then().statusCode(422);

    assertThat(status(id)).isEqualTo("PENDING");
  }
}
