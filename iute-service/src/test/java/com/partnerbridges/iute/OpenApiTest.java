package com.partnerbridges.iute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code /apidocs} offers to try is what works. */
@QuarkusTest
class OpenApiTest extends ServiceTest {

  @Test
  void theExampleOfAPaymentMakesAPayment() {
    Map<String, Object> example = example("CreatePayment");

    create(example).then().statusCode(200);
  }

  @Test
  void theExampleOfAResolutionResolves() {
    String orderId = pending();
    iute.approve(orderId);
    iute.cancel(orderId);
    Map<String, Object> example = example("Resolution");

    as(OPERATOR)
        .body(example)
        .post("/attention/{id}/resolve", attention().getInt("items[0].id"))
        .then()
        .statusCode(200);
  }

  @Test
  void thePageIsServed() {
    assertThat(RestAssured.get("/apidocs/").asString()).contains("swagger-ui");
  }

  private static Map<String, Object> example(String schema) {
    JsonPath document = RestAssured.get("/q/openapi?format=json").jsonPath();
    return document.getMap("components.schemas." + schema + ".examples[0]");
  }
}
