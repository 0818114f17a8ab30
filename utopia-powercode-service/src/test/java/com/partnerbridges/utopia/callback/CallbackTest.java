package com.partnerbridges.utopia.callback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.utopia.CallbackOptions;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CallbackTest extends ServiceTest {

  @Test
  void itIsAnsweredInUtopiasWords() {
    String body =
        "{\"event\":\"x\",\"orderref\":\"UIA202511-000001\",\"msg\":\"Project New Order\"}";

    post(body).statusCode(200).body(equalTo("{\"data\":\"Information received\"}"));

    assertThat(state("UIA202511-000001")).isEqualTo("RECEIVED");
    assertThat(text("select convert_from(body, 'UTF8') from callback")).isEqualTo(body);
    assertThat(text("select headers->>'content-type' from callback")).contains("json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "[]",
        "\"text\"",
        "null",
        "17",
        "{\"msg\":\"Test\"} trailing",
        "{\"msg\":\"Test\"}{}",
        "{\"msg\":\"Test\",\"msg\":\"Project New Order\"}",
        "{\"msg\":"
      })
  void whatIsNoObjectIsNotTaken(String body) {
    post(body).statusCode(400).body(equalTo("{\"error\":\"Invalid or missing JSON payload\"}"));

    assertThat(texts("select id from callback")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"msg\":\"Test\"}|TEST",
        "{\"event\":\"Project New Order\",\"msg\":\"test\",\"orderref\":\"U-1\"}|TEST",
        "{\"msg\":\"Project Cancelled\",\"orderref\":\"U-1\"}|IGNORED",
        "{}|UNUSABLE",
        "{\"msg\":null,\"orderref\":\"U-1\"}|UNUSABLE",
        "{\"msg\":[\"Project New Order\"],\"orderref\":\"U-1\"}|UNUSABLE",
        "{\"msg\":\"Project New Order\"}|UNUSABLE",
        "{\"msg\":\"Project New Order\",\"orderref\":\"\"}|UNUSABLE",
        "{\"msg\":\"Project New Order\",\"orderref\":\"a/b\"}|UNUSABLE",
        "{\"msg\":\"Project New Order\",\"orderref\":\"\\u0000\"}|UNUSABLE",
        "{\"msg\":\"\\u0000\\ud800\",\"orderref\":{}}|UNUSABLE",
        "{\"msg\":\"Project New Order\",\"orderref\":{\"x\":1}}|UNUSABLE",
        "{\"msg\":\" project new order \",\"orderref\":\"U-1\"}|NEW_ORDER",
        "{\"msg\":\"Project New Order\",\"orderref\":4711}|NEW_ORDER"
      })
  void msgDecidesWhatItIs(String body, String kind) {
    post(body).statusCode(200);

    assertThat(text("select kind from callback")).isEqualTo(kind);
    assertThat(texts("select orderref from orders")).hasSize(kind.equals("NEW_ORDER") ? 1 : 0);
    assertThat(texts("select kind from letter")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain, */*;q=0", "application/xml"})
  void whateverItsSenderAcceptsAnOrderIsTaken(String accept) {
    given()
        .header("Accept", accept)
        .contentType("application/json")
        .body("{\"orderref\":\"U-1\",\"msg\":\"Project New Order\"}")
        .post("/api-callback")
        .then()
        .statusCode(200)
        .body(equalTo("{\"data\":\"Information received\"}"));

    assertThat(state("U-1")).isEqualTo("RECEIVED");
  }

  @Test
  void fiftyCopiesAtOnceAreOneOrder() {
    String ref = newRef();
    utopia.order(UtopiaOrder.usual(ref));

    List<Delivery> deliveries = utopia.callback(ref, CallbackOptions.USUAL.duplicates(49).atOnce());
    dueWork();

    assertThat(deliveries).hasSize(50).allMatch(Delivery::accepted);
    assertThat(text("select copies from callback")).isEqualTo("50");
    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(powercode.done("createCustomer")).isOne();
    assertThat(powercode.done("addCustomerService")).isEqualTo(2);
    assertThat(powercode.done("createTicket")).isOne();
    assertThat(texts("select kind from letter")).containsExactly("DONE");
  }

  @Test
  void anOrderThatIsDoneIsNotBegunAgain() {
    String ref = received();
    dueWork();

    utopia.callback("another event", ref, "Project New Order");
    dueWork();

    assertThat(texts("select id from callback")).hasSize(2);
    assertThat(powercode.done("createTicket")).isOne();
    assertThat(utopia.calls("lookup")).hasSize(1);
  }

  @Test
  void secretsInHeadersAreNotStored() {
    given()
        .header("Authorization", "Bearer s3cret")
        .header("X-Hook", "s3cret")
        .body("{\"msg\":\"Test\"}")
        .post("/api-callback")
        .then()
        .statusCode(200);

    assertThat(text("select headers from callback"))
        .contains("x-hook", "authorization")
        .doesNotContain("s3cret");
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/api-callback").then();
  }
}
