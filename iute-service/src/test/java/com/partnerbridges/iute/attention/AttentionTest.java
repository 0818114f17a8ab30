package com.partnerbridges.iute.attention;

import static com.partnerbridges.dev.sandbox.iute.WebhookOptions.FAITHFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AttentionTest extends ServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"PAID", "CANCELLED"})
  void theOperatorDecidesAPaymentOnHold(String decision) {
    String orderId = held();

    Response answer = resolve(onlyItem(), decision);

    answer
        .then()
        .statusCode(200)
        .body("decision", equalTo(decision))
        .body("resolvedBy", equalTo("operator"));
    assertThat(status(orderId)).isEqualTo(decision);
    as(POS)
        .get("/payment_status/{id}", orderId)
        .then()
        .body("history[-1].cause", equalTo("decided by operator"));
  }

  @Test
  void dismissingLeavesASettledPaymentAsItIs() {
    String orderId = pending();
    iute.approve(orderId);
    iute.cancel(orderId);

    resolve(onlyItem(), "DISMISSED").then().statusCode(200);

    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(attention().getList("items")).isEmpty();
    as(OPERATOR).get("/attention?open=false").then().body("items", hasSize(1));
  }

  @Test
  void whatHoldsAPaymentIsNotDismissed() {
    String orderId = held();

    Response answer = resolve(onlyItem(), "DISMISSED");

    answer.then().statusCode(409).body("code", equalTo("DECISION_DOES_NOT_FIT"));
    assertThat(status(orderId)).isEqualTo("ON_HOLD");
    assertThat(attention().getList("items")).hasSize(1);
  }

  @Test
  void aRepeatedContradictionShowsTheLatest() {
    String orderId = pending();
    iute.approve(orderId);
    iute.approve(orderId, FAITHFUL.loanAmount("1"));

    iute.approve(orderId, FAITHFUL.loanAmount("2"));

    assertThat(attention().getInt("items[0].seen")).isEqualTo(2);
    assertThat(attention().getString("items[0].detail")).contains("loan amount 2");
  }

  @Test
  void aSettledPaymentIsNotDecidedAgain() {
    String orderId = pending();
    iute.approve(orderId);
    iute.cancel(orderId);

    Response answer = resolve(onlyItem(), "CANCELLED");

    answer.then().statusCode(409).body("code", equalTo("DECISION_DOES_NOT_FIT"));
    assertThat(status(orderId)).isEqualTo("PAID");
    assertThat(attention().getList("items")).hasSize(1);
  }

  @Test
  void ofManyDecisionsOneCounts() {
    held();
    int item = onlyItem();

    List<Integer> answers =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    Meanwhile.ask(
                        () -> resolve(item, i % 2 == 0 ? "PAID" : "CANCELLED").statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(9);
  }

  @Test
  void anUnknownItemIsNotThere() {
    resolve(4711, "DISMISSED").then().statusCode(404).body("code", equalTo("ATTENTION_NOT_FOUND"));
  }

  @Test
  void theConnectionTestShowsWhoWeAreToIute() {
    as(OPERATOR)
        .get("/connection-test")
        .then()
        .statusCode(200)
        .body("connected", equalTo(true))
        .body("posId", equalTo("sandbox-pos"));
  }

  @Test
  void theConnectionTestSaysWhatIsWrong() {
    iute.setFault("me", Fault.status(401));

    as(OPERATOR)
        .get("/connection-test")
        .then()
        .statusCode(200)
        .body("connected", equalTo(false))
        .body("problem", containsString("AUTH_TOKEN"));
  }

  private String held() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.loanAmount("1"));
    return orderId;
  }

  private static int onlyItem() {
    List<Integer> ids = attention().getList("items.id");
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private static Response resolve(int item, String decision) {
    return as(OPERATOR)
        .body(Map.of("decision", decision, "note", "Asked Iute by phone."))
        .post("/attention/{id}/resolve", item);
  }
}
