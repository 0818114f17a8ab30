package com.partnerbridges.xendit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.room.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a sign-in is believed, and what Atlas's absence means. */
@QuarkusTest
class SignInsTest extends AtlasTest {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration USABLE = Duration.ofMinutes(5);

  @Test
  void aGoodAnswerIsRememberedForSeconds() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    clock.forward(FRESH.minusSeconds(2));

    knock(token, "staff").then().statusCode(200);

    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void anOldAnswerIsAskedForAgain() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    atlas.removeUser(token);
    clock.forward(FRESH);

    Response response = knock(token, "staff");

    response.then().statusCode(401);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNotRemembered() {
    String token = user("staff", 10);
    atlas.removeUser(token);
    knock(token, "staff").then().statusCode(401);
    atlas.user(token, 7, "staff", 10, "PHOTOBOX");

    Response response = knock(token, "staff");

    response.then().statusCode(200);
  }

  @Test
  void aTokenThatWasRefusedDoesNotComeBackWithAnOutage() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    atlas.removeUser(token);
    clock.forward(FRESH);
    knock(token, "staff").then().statusCode(401);
    atlasIsAway();

    Response response = knock(token, "staff");

    response.then().statusCode(503);
  }

  @ParameterizedTest
  @MethodSource
  void withoutAnAnswerANewTokenIsNeitherGoodNorBad(Fault fault) {
    String token = user("staff", 10);
    atlas.setFault("me", fault);

    Response response = knock(token, "staff");

    response.then().statusCode(503).header("Retry-After", "5");
    response.then().body("success", equalTo(false));
    response.then().body("details.code", equalTo("ATLAS_AWAY"));
  }

  static Stream<Fault> withoutAnAnswerANewTokenIsNeitherGoodNorBad() {
    return Stream.of(
        Fault.status(500),
        Fault.status(429),
        Fault.status(404),
        Fault.htmlStatus(200),
        Fault.htmlStatus(401),
        Fault.dropBefore(),
        Fault.truncatedJson(),
        Fault.hugeBody(10_000_000),
        Fault.slow(Duration.ofSeconds(5)));
  }

  @Test
  void aPassingFaultIsAskedOverTwiceInAll() {
    String token = user("staff", 10);
    atlas.setFault("me", Fault.status(500).times(1));

    Response response = knock(token, "staff");

    response.then().statusCode(200);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void whoIsSignedInGoesOnWhileAtlasIsAway() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    atlasIsAway();
    clock.forward(USABLE.minusSeconds(2));

    Response response = knock(token, "staff");

    response.then().statusCode(200).body("data", equalTo("staff"));
  }

  @Test
  void whileAtlasIsAwayNotEveryRequestWaitsForIt() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    atlasIsAway();
    clock.forward(FRESH);
    knock(token, "staff").then().statusCode(200);
    int asked = calls();

    knock(token, "staff").then().statusCode(200);

    assertThat(calls()).isEqualTo(asked);
  }

  @Test
  void anOutageThatLastsEndsTheSignIn() {
    String token = user("staff", 10);
    knock(token, "staff").then().statusCode(200);
    atlasIsAway();
    clock.forward(USABLE.minusSeconds(2));
    knock(token, "staff").then().statusCode(200);
    clock.forward(FRESH);

    Response response = knock(token, "staff");

    response.then().statusCode(503);
  }

  @Test
  void simultaneousQuestionsAboutOneTokenAreOne() {
    String token = user("staff", 10);
    atlas.setFault("me", Fault.slow(Duration.ofMillis(500)));

    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Response>> answers =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> knock(token, "staff"), callers))
            .toList();

    assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
    assertThat(calls()).isEqualTo(1);
    callers.shutdown();
  }
}
