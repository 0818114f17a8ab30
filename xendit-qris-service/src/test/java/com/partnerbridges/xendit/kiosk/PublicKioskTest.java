package com.partnerbridges.xendit.kiosk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.access.PublicSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The kiosk page where real money is paid. */
@QuarkusTest
@TestProfile(PublicSettings.class)
class PublicKioskTest extends ServiceTest {

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
