package com.partnerbridges.iute.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakerTest extends ServiceTest {

  @Test
  void aDeadIuteIsNotCalledForAWhileAndThenFoundAlive() {
    iute.setFault("me", Fault.status(503));
    for (int i = 0; i < 20; i++) {
      connectionTest();
    }
    int calls = iute.calls("me").size();
    assertThat(calls).as("the breaker opened before every question was put").isLessThan(60);

    assertThat(connectionTest()).contains("circuit breaker open");
    assertThat(iute.calls("me")).hasSize(calls);

    iute.clearFaults();
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!connectionTest().contains("\"connected\":true")) {
      assertThat(System.nanoTime()).as("closed again in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIuteSaysOfAnOrderNeverOpensIt() {
    for (int i = 0; i < 30; i++) {
      var refused = wish(newOrderId());
      refused.put("customerPhone", "+355691234400");
      create(refused).then().statusCode(422);
    }

    create(wish(newOrderId())).then().statusCode(200);
  }

  private static String connectionTest() {
    return as(OPERATOR).get("/connection-test").asString();
  }
}
