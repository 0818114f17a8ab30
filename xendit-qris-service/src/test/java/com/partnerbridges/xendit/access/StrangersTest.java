package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who shows one unknown token after the other; 60 a minute are allowed. */
@QuarkusTest
@TestProfile(PublicSettings.class)
class StrangersTest extends AtlasTest {

  @Test
  void whoTriesOutTokensIsStoppedBeforeAtlas() {
    Response refusal = tryOutTokensUntilStopped("203.0.113.11");

    refusal.then().statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]*"));
    refusal.then().body("details.code", equalTo("RATE_LIMITED"));
    assertThat(calls()).isBetween(60, 120); // the bucket fills up while it is emptied
  }

  @Test
  void whoIsSignedInGoesOnBehindTheSameAddress() {
    String token = user("staff", 10);
    knockFrom("203.0.113.12", token).then().statusCode(200);
    clock.forward(Duration.ofMinutes(1)); // so that Atlas is asked about it again
    tryOutTokensUntilStopped("203.0.113.12");

    Response response = knockFrom("203.0.113.12", token);

    response.then().statusCode(200);
  }

  @Test
  void otherClientsSignIn() {
    tryOutTokensUntilStopped("203.0.113.13");

    Response response = knockFrom("203.0.113.14", user("staff", 10));

    response.then().statusCode(200);
  }

  private static Response tryOutTokensUntilStopped(String client) {
    return Stream.generate(() -> knockFrom(client, UUID.randomUUID().toString()))
        .limit(200)
        .filter(response -> response.statusCode() != 401)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody was stopped"));
  }

  private static Response knockFrom(String client, String token) {
    return given().header("X-Forwarded-For", client).auth().oauth2(token).get("/doors/staff");
  }
}
