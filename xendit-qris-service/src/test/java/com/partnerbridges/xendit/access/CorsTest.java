package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without CORS_ORIGINS only pages of this service call it. */
@QuarkusTest
class CorsTest {

  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @ParameterizedTest
  @ValueSource(strings = {"https://stranger.example", "null", "*", "gar-bage"})
  void strangersAreRefused(String origin) {
    Response response = given().header("Origin", origin).get("/doors/open");

    response.then().statusCode(403).header(ALLOWED, nullValue());
  }

  @Test
  void strangersMayNotEvenAsk() {
    Response response =
        given()
            .header("Origin", "https://stranger.example")
            .header("Access-Control-Request-Method", "POST")
            .options("/doors/parcels");

    response.then().statusCode(403).header(ALLOWED, nullValue());
  }

  @Test
  void pagesOfOurOwnMayCallBehindAProxy() {
    Response response =
        given()
            .header("Origin", "http://127.0.0.1:" + RestAssured.port)
            .header("Host", "inner.example")
            .get("/doors/open");

    response.then().statusCode(200);
  }
}
