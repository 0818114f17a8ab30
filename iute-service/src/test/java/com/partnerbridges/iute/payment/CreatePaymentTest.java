package com.partnerbridges.iute.payment;

import static com.partnerbridges.dev.sandbox.iute.WebhookOptions.FAITHFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreatePaymentTest extends ServiceTest {

  @Test
  void aPaymentIsPendingOnceIuteHasIt() {
    String orderId = newOrderId();

    var answer = create(wish(orderId));

    answer
        .then()
        .statusCode(200)
        .body("status", equalTo("success"))
        .body("orderId", equalTo(orderId))
        .body("payment_status", equalTo("PENDING"))
        .body("iute_response.status", equalTo("PENDING"))
        .body("iute_response.myiuteCustomer", equalTo(true));
    assertThat(iute.order(orderId).status().name()).isEqualTo("PENDING");
  }

  @Test
  void anOrderIdIsMadeWhenNoneIsGiven() {
    Map<String, Object> wish = wish(null);
    wish.remove("orderId");

    var answer = create(wish);

    answer.then().statusCode(200).body("orderId", matchesPattern("pb-[0-9a-f]{24}"));
  }

  @Test
  void everythingThatIuteUnderstandsIsPassedOn() {
    Map<String, Object> wish = wish(newOrderId());
    wish.put("posId", "pos-of-the-mall");
    wish.put("userPin", "4711");
    wish.put("birthday", "31.12.1990");
    wish.put("metadata", Map.of("till", "3"));
    wish.put(
        "items", List.of(Map.of("id", "1", "displayName", "Phone", "unitPrice", 100.5, "qty", 1)));

    create(wish).then().statusCode(200);

    assertThat(iute.calls("create").get(0).body().replace(": ", ":"))
        .contains("\"posIdentifier\":\"pos-of-the-mall\"")
        .contains("\"birthday\":\"31.12.1990\"", "\"till\":\"3\"", "\"displayName\":\"Phone\"")
        .contains("\"totalAmount\":100.50", "/iute/confirmation", "/iute/cancellation");
  }

  @Test
  void pinAndBirthdayAreForgottenOnceIuteHasAnswered() {
    Map<String, Object> wish = wish(newOrderId());
    wish.put("userPin", "4711");

    create(wish).then().statusCode(200);

    assertThat(count("select count(*) from payment where iute_request is not null")).isZero();
  }

  @Test
  void theSameOrderAgainIsTheSamePaymentAndOneCall() {
    String orderId = newOrderId();
    create(wish(orderId)).then().statusCode(200);

    create(wish(orderId)).then().statusCode(200).body("payment_status", equalTo("PENDING"));

    assertThat(iute.calls("create")).hasSize(1);
    assertThat(count("select count(*) from payment")).isEqualTo(1);
  }

  @RepeatedTest(5)
  void fiftyAtOnceAreOnePayment() {
    String orderId = newOrderId();

    List<Integer> statuses =
        IntStream.range(0, 50)
            .mapToObj(i -> Meanwhile.ask(() -> create(wish(orderId)).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnly(200);
    assertThat(count("select count(*) from payment")).isEqualTo(1);
    assertThat(count("select count(*) from payment_event")).isEqualTo(2);
  }

  @Test
  void anOrderIdWithOtherContentIsAConflict() {
    String orderId = pending();
    Map<String, Object> other = wish(orderId);
    other.put("amount", 99);

    var answer = create(other);

    answer.then().statusCode(409).body("code", equalTo("ORDER_ID_TAKEN"));
  }

  @Test
  void anOrderIdOfAnotherShopIsAConflict() {
    String orderId = pending();

    var answer = as(OTHER_POS).body(wish(orderId)).post("/create_iute_payment");

    answer.then().statusCode(409).body("code", equalTo("ORDER_ID_TAKEN"));
  }

  @Test
  void theSameKeyAndContentAreTheSamePayment() {
    Map<String, Object> wish = wish(null);
    String first = keyed("key-1", wish).then().statusCode(200).extract().path("orderId");

    var again = keyed("key-1", wish);

    again.then().statusCode(200).body("orderId", equalTo(first));
    assertThat(iute.calls("create")).hasSize(1);
  }

  @Test
  void theSameKeyWithOtherContentIsRefused() {
    keyed("key-1", wish(null)).then().statusCode(200);
    Map<String, Object> other = wish(null);
    other.put("amount", 1);

    var answer = keyed("key-1", other);

    answer.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void keysOfTwoShopsDoNotMeet() {
    keyed("key-1", wish(null)).then().statusCode(200);

    as(OTHER_POS)
        .header("Idempotency-Key", "key-1")
        .body(wish(null))
        .post("/create_iute_payment")
        .then()
        .statusCode(200);

    assertThat(count("select count(*) from payment")).isEqualTo(2);
  }

  @Test
  void aPhoneThatIsNoCustomerIsRejectedWhateverTheHttpStatus() {
    for (String phone : List.of("+355691234000", "+355691234001")) {
      String orderId = newOrderId();
      Map<String, Object> wish = wish(orderId);
      wish.put("customerPhone", phone);

      create(wish)
          .then()
          .statusCode(422)
          .body("code", equalTo("CUSTOMER_NOT_EXISTS"))
          .body("orderId", equalTo(orderId));
      assertThat(status(orderId)).isEqualTo("REJECTED");
    }
  }

  @Test
  void aRejectionIsRepeatedWithoutAskingIuteAgain() {
    Map<String, Object> wish = wish(newOrderId());
    wish.put("customerPhone", "+355691234400");
    create(wish).then().statusCode(422).body("code", equalTo("REFUSED_BY_IUTE"));

    create(wish).then().statusCode(422).body("code", equalTo("REFUSED_BY_IUTE"));

    assertThat(iute.calls("create")).hasSize(1);
  }

  @Test
  void aCreateCallIsTriedThreeTimesInAll() {
    String orderId = newOrderId();
    iute.setFault("create", Fault.status(500));

    var answer = create(wish(orderId));

    answer
        .then()
        .statusCode(502)
        .body("code", equalTo("IUTE_AWAY"))
        .body("orderId", equalTo(orderId));
    assertThat(iute.calls("create")).hasSize(3);
    assertThat(status(orderId)).isEqualTo("CREATED");
  }

  @Test
  void aPassingFailureIsNotSeen() {
    iute.setFault("create", Fault.status(429).times(2));

    create(wish(newOrderId())).then().statusCode(200).body("payment_status", equalTo("PENDING"));

    assertThat(iute.calls("create")).hasSize(3);
  }

  @Test
  void htmlAndABadTokenAreNotTriedAgain() {
    iute.setFault("create", Fault.htmlStatus(200));
    create(wish(newOrderId())).then().statusCode(502);
    assertThat(iute.calls("create")).hasSize(1);

    iute.setFault("create", Fault.status(401));
    create(wish(newOrderId())).then().statusCode(502);
    assertThat(iute.calls("create")).hasSize(2);
  }

  @Test
  void onlyAPlainNoRejects() {
    for (int status : List.of(302, 404, 408, 409)) {
      String orderId = newOrderId();
      iute.setFault("create", Fault.status(status));

      create(wish(orderId)).then().statusCode(502).body("orderId", equalTo(orderId));
      assertThat(status(orderId)).as("after " + status).isEqualTo("CREATED");
    }
  }

  @Test
  void anEndlessOrADrippingAnswerIsNotWaitedFor() {
    iute.setFault("create", Fault.hugeBody(1L << 30));
    create(wish(newOrderId())).then().statusCode(502);

    iute.setFault("create", Fault.slow(Duration.ofSeconds(30)));
    long begun = System.nanoTime();
    create(wish(newOrderId())).then().statusCode(502);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aLostAnswerIsFoundByRepeating() {
    iute.setFault("create", Fault.dropAfter().times(1));

    create(wish(newOrderId())).then().statusCode(200).body("payment_status", equalTo("PENDING"));

    assertThat(count("select count(*) from payment")).isEqualTo(1);
  }

  @Test
  void whatIuteDidNotAnswerIsPostedAgainByThePos() {
    String orderId = newOrderId();
    iute.setFault("create", Fault.dropBefore());
    create(wish(orderId)).then().statusCode(502);
    iute.clearFaults();

    create(wish(orderId)).then().statusCode(200).body("payment_status", equalTo("PENDING"));
  }

  @Test
  void whileTheDatabaseHangsTheAnswerNamesTheOrderToComeBackWith() {
    Map<String, Object> wish = wish(null);
    wish.remove("orderId");
    SqlConnection other = pool.getConnectionAndAwait();
    Transaction lock = other.beginAndAwait();
    other.query("lock table payment").executeAndAwait();

    String orderId =
        create(wish)
            .then()
            .statusCode(503)
            .body("code", equalTo("DATABASE_AWAY"))
            .extract()
            .path("orderId");
    lock.rollbackAndAwait();
    other.closeAndAwait();

    wish.put("orderId", orderId);
    create(wish).then().statusCode(200).body("orderId", equalTo(orderId));
    assertThat(count("select count(*) from payment")).isEqualTo(1);
  }

  @Test
  void aKeyThatFoundItsPaymentIsAnsweredWithThatPaymentsOrderWhateverFails() {
    Map<String, Object> wish = wish(null);
    iute.setFault("create", Fault.dropBefore());
    String orderId = keyed("key-1", wish).then().statusCode(502).extract().path("orderId");
    iute.clearFaults();
    SqlConnection other = pool.getConnectionAndAwait();
    Transaction lock = other.beginAndAwait();
    other.query("select from payment for update").executeAndAwait();

    var answer = keyed("key-1", wish);
    lock.rollbackAndAwait();
    other.closeAndAwait();

    answer.then().statusCode(503).body("orderId", equalTo(orderId));
    keyed("key-1", wish).then().statusCode(200).body("orderId", equalTo(orderId));
    assertThat(count("select count(*) from payment")).isEqualTo(1);
  }

  @Test
  void whileItIsNotKnownWhoseKeyItIsTheAnswerNamesNoOrder() {
    Map<String, Object> wish = wish(null);
    SqlConnection other = pool.getConnectionAndAwait();
    Transaction lock = other.beginAndAwait();
    other.query("lock table payment").executeAndAwait();

    var answer = keyed("key-1", wish);
    lock.rollbackAndAwait();
    other.closeAndAwait();

    answer.then().statusCode(503).body("orderId", nullValue());
    keyed("key-1", wish).then().statusCode(200);
    assertThat(count("select count(*) from payment")).isEqualTo(1);
  }

  @Test
  void aWebhookMayOvertakeTheCreateAnswer() {
    String orderId = newOrderId();
    iute.setFault("create", Fault.slow(Duration.ofMillis(700)).times(1));
    CompletableFuture<String> created =
        Meanwhile.ask(
            () -> create(wish(orderId)).then().statusCode(200).extract().path("payment_status"));
    awaitRow(orderId);

    iute.sendWebhook(confirmationUrl(), body(orderId, "100.5"), FAITHFUL);

    assertThat(created.join()).isEqualTo("PAID");
    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void theHistoryTellsWhatHappened() {
    String orderId = pending();
    iute.approve(orderId);

    var answer = as(POS).get("/payment_status/{id}", orderId);

    answer
        .then()
        .body("status", equalTo("PAID"))
        .body("history.to", equalTo(List.of("CREATED", "PENDING", "PAID")))
        .body("history.from", hasItem(equalTo("PENDING")))
        .body("history.cause", hasItem("webhook confirmation"))
        .body("history[0].at", notNullValue());
  }

  @Test
  void aLongPollEndsWhenThePaymentMoves() {
    String orderId = pending();
    CompletableFuture<String> waiting =
        Meanwhile.ask(() -> as(POS).get("/payment_status/{id}?wait=25", orderId).path("status"));

    iute.approve(orderId);

    assertThat(waiting.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
        .isEqualTo("PAID");
  }

  @Test
  void aLongPollEndsWhenTheTimeIsOver() {
    String orderId = pending();

    var answer = as(POS).get("/payment_status/{id}?wait=1", orderId);

    answer.then().statusCode(200).body("status", equalTo("PENDING"));
  }

  @Test
  void anotherShopsPaymentIsNotThere() {
    String orderId = pending();

    as(OTHER_POS).get("/payment_status/{id}", orderId).then().statusCode(404);
    as(OTHER_POS).post("/payments/{id}/withdraw", orderId).then().statusCode(404);

    assertThat(status(orderId)).isEqualTo("PENDING");
  }

  @Test
  void withdrawnIsCancelledAtIuteToo() {
    String orderId = pending();

    as(POS)
        .post("/payments/{id}/withdraw", orderId)
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));

    assertThat(iute.order(orderId).status().name()).isEqualTo("CANCELLED");
    as(POS).post("/payments/{id}/withdraw", orderId).then().statusCode(200);
    assertThat(iute.calls("withdraw")).hasSize(1);
  }

  @Test
  void anyGoodAnswerToAWithdrawalCancels() {
    String orderId = pending();
    iute.setFault("withdraw", Fault.status(204));

    as(POS)
        .post("/payments/{id}/withdraw", orderId)
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));
  }

  @Test
  void aPaidPaymentIsNotWithdrawn() {
    String orderId = pending();
    iute.approve(orderId);

    var answer = as(POS).post("/payments/{id}/withdraw", orderId);

    answer.then().statusCode(409).body("code", equalTo("NOT_OPEN"));
  }

  @Test
  void aLostAnswerToAWithdrawalIsLookedUp() {
    String orderId = pending();
    iute.setFault("withdraw", Fault.dropAfter());

    var answer = as(POS).post("/payments/{id}/withdraw", orderId);

    answer.then().statusCode(200).body("status", equalTo("CANCELLED"));
    assertThat(iute.calls("withdraw")).hasSize(1);
  }

  @Test
  void aRefusedWithdrawalLeavesThePaymentOpen() {
    String orderId = pending();
    iute.approve(orderId, FAITHFUL.asLost());

    var answer = as(POS).post("/payments/{id}/withdraw", orderId);

    answer.then().statusCode(422).body("code", equalTo("REFUSED_BY_IUTE"));
    assertThat(status(orderId)).isEqualTo("PENDING");
  }

  private static io.restassured.response.Response keyed(String key, Map<String, Object> wish) {
    wish.remove("orderId");
    return as(POS).header("Idempotency-Key", key).body(wish).post("/create_iute_payment");
  }

  private void awaitRow(String orderId) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (count("select count(*) from payment where order_id = '" + orderId + "'") == 0) {
      assertThat(System.nanoTime()).as("payment stored in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static String confirmationUrl() {
    return "http://127.0.0.1:" + io.restassured.RestAssured.port + "/iute/confirmation";
  }

  private static String body(String orderId, String loanAmount) {
    return "{\"orderId\":\"%s\",\"description\":null,\"loanAmount\":%s}"
        .formatted(orderId, loanAmount);
  }
}
