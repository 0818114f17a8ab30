package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.utopia.order.OrderState;
import com.partnerbridges.utopia.order.SeededOrders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /apidocs} offers to try is what works. */
@QuarkusTest
class OpenApiTest extends ServiceTest {

  private JsonPath document;

  @BeforeEach
  void read() {
    document = RestAssured.get("/q/openapi?format=json").jsonPath();
  }

  @ParameterizedTest
  @CsvSource({
    "Start, /orders, 201",
    "Retry, /orders/UIA-1/retry, 200",
    "Resolution, /orders/UIA-1/resolve, 200",
    "StepByHand, /orders/UIA-1/step, 200",
    "Window, /orders/retry, 200"
  })
  void theExampleOfEveryActIsTaken(String schema, String path, int status) {
    new SeededOrders(pool).withUnclearTicket("UIA-1", OrderState.NEEDS_ATTENTION, clock.instant());
    Map<String, Object> example = document.getMap("components.schemas." + schema + ".examples[0]");

    as(OPERATOR).body(example).post(path).then().statusCode(status);
  }

  @Test
  void everyOperationSaysWhatItDoesAndWhatItAnswers() {
    forEachOperation(
        (call, operation) -> {
          assertThat((String) operation.get("summary")).as(call).isNotBlank();
          assertThat((List<?>) operation.get("tags")).as(call).hasSize(1);
          assertThat(answers(operation).keySet())
              .as(call)
              .anyMatch(status -> status.startsWith("2"))
              .containsAll(refusals(operation));
          answers(operation)
              .forEach(
                  (status, answer) ->
                      assertThat((String) answer.get("description")).as(call).isNotBlank());
        });
  }

  @Test
  void whatIsAnsweredIsDescribedByItsSchema() {
    for (String path : List.of("/orders", "/orders/{orderref}", "/orders/counts", "/callbacks")) {
      assertThat(document.getMap("paths.'" + path + "'.get.responses.'200'.content"))
          .as(path)
          .isNotEmpty();
    }
    assertThat(document.getMap("components.schemas.OrderDetail.properties"))
        .containsKeys("orderref", "state", "steps", "history", "unclearStep", "powercode");
  }

  @Test
  void thePageIsServed() {
    assertThat(RestAssured.get("/apidocs/").asString()).contains("swagger-ui");
  }

  private void forEachOperation(BiConsumer<String, Map<String, Object>> check) {
    Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
    new TreeMap<>(paths)
        .forEach(
            (path, operations) ->
                operations.forEach((method, operation) -> check.accept(method + path, operation)));
  }

  /** Whoever must sign in may fail to. */
  private static List<String> refusals(Map<String, Object> operation) {
    return operation.containsKey("security") ? List.of("401", "403", "503") : List.of();
  }

  @SuppressWarnings("unchecked") // what the document is
  private static Map<String, Map<String, Object>> answers(Map<String, Object> operation) {
    return (Map<String, Map<String, Object>>) operation.get("responses");
  }
}
