package com.partnerbridges.xendit.kiosk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.access.PublicSettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The kiosk page where real money is paid. */
@QuarkusTest
@TestProfile(PublicSettings.class)
class PublicKioskTest extends ServiceTest {

  @Inject TestTokenWarning warning;

  @Test
  void theStartWarnsOfNoTestToken() {
    LogCapture log = new LogCapture();

    warning.tell(new StartupEvent());

    log.close();
    assertThat(log.lines()).noneMatch(line -> line.contains("KIOSK_TEST_TOKEN"));
  }

  @Test
  void noTokenIsGivenAway() {
    given()
        .get("/kiosk/settings")
        .then()
        .statusCode(200)
        .body("data.test_token", nullValue())
        .body("data.can_pay", equalTo(false))
        .body("data.encrypted", equalTo(true));
  }

  @Test
  void nobodyPaysThroughThePage() {
    String id = pending();

    as(ADMIN).body("{}").post("/kiosk/pay/{id}", id).then().statusCode(404);

    assertThat(xendit.calls("simulate")).isEmpty();
  }
}
