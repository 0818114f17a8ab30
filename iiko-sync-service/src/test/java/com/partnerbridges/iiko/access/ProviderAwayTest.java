package com.partnerbridges.iiko.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The identity provider's keys cannot be fetched. */
@QuarkusTest
@TestProfile(ProviderAwayTest.Anew.class)
class ProviderAwayTest extends ServiceTest {

  private static final String KEYS = "jwks";
  private static final Duration SOON = Duration.ofSeconds(10);

  /** A service that has no keys yet. */
  public static class Anew implements QuarkusTestProfile {}

  @AfterEach
  void comesBack() {
    idp.clearFaults();
  }

  @Test
  void aTokenThatCannotBeCheckedIsNotCalledABadOne() {
    String good = idp.token("ann", Map.of("acc-1", "admin"));
    String bad = good.substring(0, good.lastIndexOf('.')) + ".AAAA";
    idp.setFault(KEYS, Fault.status(500));
    isAway(look(good));
    idp.setFault(KEYS, Fault.htmlStatus(200));
    isAway(look(good));
    look("gar-bage").then().statusCode(401);

    idp.clearFaults();
    until(good, 200);
    look(bad).then().statusCode(401);

    idp.setFault(KEYS, Fault.status(500));
    look(good).then().statusCode(200);
    look(bad).then().statusCode(401);
    until(byANewKey(good), 503);
    isAway(look(byANewKey(good)));

    idp.clearFaults();
    until(byANewKey(good), 401);
  }

  private static void isAway(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("code", equalTo("IDENTITY_PROVIDER_AWAY"));
  }

  private static void until(String token, int wanted) {
    long latest = System.nanoTime() + SOON.toNanos();
    while (look(token).statusCode() != wanted && System.nanoTime() < latest) {
      Thread.onSpinWait();
    }
    assertThat(look(token).statusCode()).isEqualTo(wanted);
  }

  private static Response look(String token) {
    return bearer(token).get("/access-test/acc-1");
  }

  private static String byANewKey(String token) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"new\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + token.substring(token.indexOf('.'));
  }
}
