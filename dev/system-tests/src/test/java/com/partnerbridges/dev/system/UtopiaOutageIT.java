package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Faults;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.stack.PostgresServer;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.testkit.MoodyMailServer.Mood;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PowerCode, the database and the mail server go away and come back. */
class UtopiaOutageIT {

  private ServiceProcess service;
  private PostgresServer database;

  @BeforeEach
  void start() {
    service = UtopiaSuite.only();
    database = UtopiaSuite.stack().postgres();
  }

  @Test
  void ordersWaitForPowercodeAndTheDoorStaysOpen() {
    PowercodeSandboxClient powercode = UtopiaSuite.powercode();
    List<FibreOrder> orders = FibreOrder.placed(3);
    powercode.setFault(Faults.ALL, Fault.dropBefore());

    orders.forEach(order -> order.begin(service));
    Suite.await(
        "tried in vain",
        () -> orders.stream().allMatch(order -> order.heldAt().equals("customer")));
    HttpResponse<String> readiness = Http.get(service.url().resolve("/q/health/ready"));
    powercode.clearFaults();
    orders.forEach(order -> order.awaitState("DONE"));

    assertThat(readiness.statusCode()).isEqualTo(200);
    assertThat(said(readiness, "powercode")).startsWith("away");
    assertThat(orders).allMatch(order -> order.letterStates().size() == 1);
    assertThat(powercode.done("createCustomer")).isEqualTo(orders.size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallbackThatTheDatabaseMissedMakesTheOrderWhenItComesAgain(boolean killed) {
    FibreOrder order = FibreOrder.placed();

    if (killed) {
      database.kill9();
    } else {
      database.stop();
    }
    Http.Answer missed = Http.send(order.callbackTo(service)).join();
    database.start();
    Suite.await("taken", () -> Http.send(order.callbackTo(service)).join().status() == 200);
    order.awaitState("DONE");

    assertThat(missed.status()).isEqualTo(503);
    assertThat(missed.headers().firstValue("Retry-After")).isPresent();
    assertThat(order.services()).containsExactlyElementsOf(FibreOrder.SERVICES);
  }

  @Test
  void aDatabaseThatGoesInTheMiddleOfOrdersLosesNothing() {
    PowercodeSandboxClient powercode = UtopiaSuite.powercode();
    List<FibreOrder> orders = FibreOrder.placed(40);
    orders.forEach(order -> order.begin(service));
    Suite.await("work has begun", () -> powercode.done("createCustomer") > 5);

    database.kill9();
    database.start();
    Suite.await("all have ended", () -> FibreOrder.haveEnded(orders));

    assertThat(orders).allSatisfy(FibreOrder::assertNothingTwice);
  }

  @Test
  void aMailServerThatIsAwayDelaysOnlyTheLetter() {
    FibreOrder order = FibreOrder.placed();
    UtopiaSuite.MAIL.mood = Mood.BUSY;

    order.begin(service);
    order.awaitState("DONE");
    Suite.await("the letter was tried", () -> order.triesOfTheLetter() > 0);
    List<String> whileAway = order.letterStates();
    UtopiaSuite.MAIL.mood = Mood.GOOD;
    UtopiaSuite.hurryLetters();
    UtopiaSuite.awaitLetters();

    assertThat(whileAway).containsExactly("QUEUED");
    assertThat(order.isProvisionedOnce()).isTrue();
  }

  /** What the readiness page has under a name, wherever it is. */
  private static String said(HttpResponse<String> readiness, String name) {
    JsonNode page = Json.tree(readiness.body().getBytes(StandardCharsets.UTF_8));
    return page.findValuesAsText(name).stream().findFirst().orElse("");
  }
}
