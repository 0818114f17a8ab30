package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.partnerbridges.dev.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 120 questions a minute about one transaction. */
@QuarkusTest
class RateLimitTest {

  @Inject MovableClock clock;

  @BeforeEach
  void startClean() {
    clock.reset();
  }

  @Test
  void tooManyQuestionsAboutOneTransactionAreRefusedForAWhile() {
    int let = 0;
    Response response;
    while ((response = poll("TRX-1-20260301120000-0000000A")).statusCode() == 200) {
      let++;
    }

    assertThat(let).isBetween(120, 200); // the bucket fills up while it is emptied
    response.then().statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]*"));
    response.then().body("success", equalTo(false));
    response.then().body("details.code", equalTo("RATE_LIMITED"));
  }

  @Test
  void theOthersGoOn() {
    askedUntilRefused("TRX-1-20260301120000-0000000B");

    Response response = poll("TRX-1-20260301120000-0000000C");

    response.then().statusCode(200);
  }

  @Test
  void whoWaitsAsLongAsToldIsLetThrough() {
    askedUntilRefused("TRX-1-20260301120000-0000000D");
    String seconds = poll("TRX-1-20260301120000-0000000D").header("Retry-After");
    clock.forward(Duration.ofSeconds(Long.parseLong(seconds)));

    Response response = poll("TRX-1-20260301120000-0000000D");

    response.then().statusCode(200);
  }

  private static int askedUntilRefused(String id) {
    int let = 0;
    while (poll(id).statusCode() == 200) {
      let++;
    }
    return let;
  }

  private static Response poll(String id) {
    return given().get("/doors/public/{id}", id);
  }
}
