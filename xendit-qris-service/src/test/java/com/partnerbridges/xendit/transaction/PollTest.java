package com.partnerbridges.xendit.transaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PollTest extends ServiceTest {

  @Inject TransactionWatch watch;

  @Test
  void anybodyWhoKnowsTheIdSeesTheStatusAndNothingElse() {
    String id = pending();

    Response response = poll(id);

    response
        .then()
        .statusCode(200)
        .body("data", aMapWithSize(6))
        .body("data.tr_external_id", equalTo(id))
        .body("data.tr_status", equalTo("PENDING"))
        .body("data.tr_paid_at", nullValue())
        .body("data.tr_amount", equalTo(40000));
  }

  @Test
  void anUnknownIdIsNotFound() {
    poll("TRX-1-20260131083000-0A1B2C3D")
        .then()
        .statusCode(404)
        .body("details.code", equalTo("TRANSACTION_NOT_FOUND"));
  }

  @Test
  void nothingNewIsA304WithoutABody() {
    String id = pending();
    String tag = poll(id).header("ETag");

    Response response = given().header("If-None-Match", tag).get(address(id));

    response.then().statusCode(304).header("ETag", tag).body(emptyString());
  }

  @Test
  void aMoveChangesTheTag() {
    String id = pending();
    String tag = poll(id).header("ETag");
    xendit.pay(id);

    Response response = given().header("If-None-Match", tag).get(address(id));

    response.then().statusCode(200).body("data.tr_status", equalTo("COMPLETED"));
  }

  @Test
  void aHeldAnswerComesWithTheMoveFromWhicheverInstance() {
    String id = pending();
    CompletableFuture<Response> held = hold(id, 25);
    await(() -> watch.waiting() == 1);

    // another instance is nothing but another connection to the database
    pool.query(
            "update transactions set tr_status = 'COMPLETED', tr_paid_at = now(),"
                + " tr_next_check_at = null")
        .executeAndAwait();

    Response response = held.join();
    response.then().statusCode(200).body("data.tr_status", equalTo("COMPLETED"));
    assertThat(response.time()).isLessThan(10_000);
  }

  @Test
  void manyHeldAnswersComeWithOneMove() {
    String id = pending();
    List<CompletableFuture<Response>> held =
        IntStream.range(0, 50).mapToObj(i -> hold(id, 25)).toList();
    await(() -> watch.waiting() == 50);

    xendit.pay(id);

    held.forEach(answer -> answer.join().then().body("data.tr_status", equalTo("COMPLETED")));
  }

  @Test
  void aHeldAnswerComesWhenItsTimeIsOver() {
    String id = pending();

    Response response = hold(id, 1).join();

    response.then().statusCode(200).body("data.tr_status", equalTo("PENDING"));
    assertThat(response.time()).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void whatIsSettledIsAnsweredAtOnce() {
    String id = completed();

    Response response = hold(id, 25).join();

    response.then().statusCode(200).body("data.tr_status", equalTo("COMPLETED"));
    assertThat(response.time()).isLessThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "31", "1.5", "x", "99999999999"})
  void aWaitOutOfRangeIsRefused(String wait) {
    given()
        .queryParam("wait", wait)
        .get(address(pending()))
        .then()
        .statusCode(422)
        .body("success", equalTo(false));
  }

  private static CompletableFuture<Response> hold(String id, int seconds) {
    return Meanwhile.ask(() -> given().queryParam("wait", seconds).get(address(id)));
  }

  private static String address(String id) {
    return API + "/transactions/external/" + id;
  }
}
