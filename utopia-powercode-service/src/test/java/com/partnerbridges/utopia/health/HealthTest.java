package com.partnerbridges.utopia.health;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.utopia.ServiceTest;
import com.partnerbridges.utopia.order.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What those who watch the service see. */
@QuarkusTest
class HealthTest extends ServiceTest {

  private static final String DATA = "checks.find { it.name == 'partners' }.data.";

  @Test
  void aPartnerThatIsAwayIsShownAndTheServiceStaysReady() {
    received();
    powercode.setFault("readCustomer", Fault.status(503));

    dueWork();

    get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(DATA + "utopia", startsWith("answered "))
        .body(DATA + "powercode", startsWith("away since "))
        .body(DATA + "powercode", containsString("503"))
        .body(DATA + "ticketTemplate", equalTo("good"));
  }

  @Test
  void aPartnerIsAwaySinceItsFirstFailureAndUntilItAnswers() {
    received();
    utopia.setFault(UtopiaSandboxClient.LOOKUP, Fault.dropBefore());
    dueWork();
    String first = partner("utopia");
    clock.forward(PAST_PAUSE);
    dueWork();
    String second = partner("utopia");
    utopia.clearFaults();
    clock.forward(PAST_PAUSE);

    dueWork();

    assertThat(first).startsWith("away since 20");
    assertThat(second.substring(0, 30)).isEqualTo(first.substring(0, 30));
    assertThat(partner("utopia")).startsWith("answered ");
  }

  @Test
  void metricsTellHowManyOrdersAreInEachState() {
    received();
    received();
    received(UtopiaOrder.usual(newRef()).items("10 Gbps"));
    Map<String, Long> before = counts();
    dueWork();

    clock.forward(Duration.ofSeconds(5));

    assertThat(before.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(OrderState.values()).map(Enum::name).toList());
    Map<String, Long> expected = new TreeMap<>(before);
    expected.replaceAll((state, count) -> 0L);
    expected.putAll(Map.of("DONE", 2L, "NEEDS_ATTENTION", 1L));
    assertThat(counts()).isEqualTo(expected);
  }

  private static String partner(String name) {
    return get("/q/health/ready").then().statusCode(200).extract().path(DATA + name);
  }

  private static Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : get("/q/metrics").asString().split("\n")) {
      if (line.startsWith("utopia_orders{")) {
        counts.put(
            line.replaceAll(".*state=\"([A-Z_]+)\".*", "$1"),
            (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
      }
    }
    return counts;
  }
}
