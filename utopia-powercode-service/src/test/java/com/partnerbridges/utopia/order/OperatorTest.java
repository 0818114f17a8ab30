package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperatorTest extends ActTest {

  /** What each act answers in each state of an order whose customer could not be made. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECEIVED        | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "IN_PROGRESS     | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "DONE            | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED",
        "NOT_OURS        | 200 IN_PROGRESS       | 200 RESOLVED          | 409 ORDER_NOT_STOPPED",
        "NEEDS_ATTENTION | 200 IN_PROGRESS       | 200 RESOLVED          | 200 IN_PROGRESS",
        "DEAD            | 200 IN_PROGRESS       | 200 RESOLVED          | 200 IN_PROGRESS",
        "RESOLVED        | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED | 409 ORDER_NOT_STOPPED"
      })
  void everyActInEveryState(OrderState state, String retry, String resolve, String step) {
    List<String> answers =
        List.of(
            inState(state, "retry", "{}"),
            inState(state, "resolve", "{\"note\": \"seen\"}"),
            inState(state, "step", "{\"step\": \"customer\", \"result\": \"7001\"}"));

    assertThat(answers).containsExactly(retry, resolve, step);
  }

  @Test
  void whoeverResolvesGivesTheSiteFree() {
    orders.known(REF, OrderState.DEAD, now);
    hold();

    post("resolve", "{\"note\": \"Cancelled by the customer.\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("RESOLVED"))
        .body("history[0].event", equalTo("RESOLVED"))
        .body("history[0].detail", equalTo("Cancelled by the customer."));
    assertThat(text("select creating_site from orders")).isNull();
  }

  @Test
  void anOrderIsStartedByHandOnce() {
    String body = "{\"orderref\": \"UIA202511-038109\"}";

    as(OPERATOR)
        .body(body)
        .post("/orders")
        .then()
        .statusCode(201)
        .body("orderref", equalTo("UIA202511-038109"))
        .body("steps.name", contains("lookup", "mail"))
        .body("history.event", contains("STARTED_BY_HAND"));
    as(OPERATOR).body(body).post("/orders").then().statusCode(200);
    assertThat(text("select count(*) from order_event")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "resolve", "step"})
  void whatIsNotThereIsNotFound(String act) {
    String body = "{\"note\": \"seen\", \"step\": \"ticket\", \"result\": \"1\"}";

    post(act, body).then().statusCode(404).body("code", equalTo("ORDER_NOT_FOUND"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /orders",
        "POST /orders/UIA-1/retry",
        "POST /orders/UIA-1/resolve",
        "POST /orders/UIA-1/step",
        "POST /orders/retry"
      })
  void readersDoNotAct(String call) {
    String path = call.substring(5);

    as(READER).body("{}").post(path).then().statusCode(403);
    as("gar-bage").body("{}").post(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/orders/counts", "/orders/UIA-1", "/callbacks"})
  void nobodyReadsWithoutAKey(String path) {
    RestAssured.get(path).then().statusCode(401);
    as("gar-bage").get(path).then().statusCode(401);
  }

  private String inState(OrderState state, String act, String body) {
    String ref = "UIA-" + act;
    orders.known(ref, state, now);
    orders.set(ref, "customer", StepState.FAILED, null);
    String before = text(EVERYTHING);
    Response answer = post(ref, act, body);
    assertThat(text(EVERYTHING).equals(before)).isEqualTo(answer.statusCode() != 200);
    String word = answer.path(answer.statusCode() == 200 ? "state" : "code");
    return answer.statusCode() + " " + word;
  }
}
