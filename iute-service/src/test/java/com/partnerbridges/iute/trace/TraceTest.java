package com.partnerbridges.iute.trace;

import static com.partnerbridges.dev.testkit.TraceCollector.DATABASE_PASSWORD;
import static com.partnerbridges.dev.testkit.TraceCollector.received;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import com.partnerbridges.dev.testkit.TraceCollector.Span;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class TraceTest extends ServiceTest {

  private static final String CANARY = "canary-7f3a";

  private final Trace trace = Trace.begun();

  @Test
  void aCallOfThePosIsOneTraceUpToIute() {
    call(newOrderId());

    Span door = trace.await("POST /create_iute_payment");
    Span iute = trace.await("iute create");
    Span database = trace.await("database");
    assertThat(door.parent()).isEqualTo(Trace.CALLER);
    assertThat(iute.parent()).isEqualTo(door.id());
    assertThat(database.parent()).isEqualTo(door.id());
  }

  @Test
  void iuteIsNotToldOfTheTrace() {
    call(newOrderId());

    trace.await("iute create");
    trace.assertUnknownTo(iute.calls().stream());
  }

  @Test
  void aWebhookAndItsEffectAreOneTrace() {
    String orderId = pending();

    iute.approve(orderId);

    Span door = TraceCollector.await("POST /iute/confirmation");
    trace.await("database", door);
    assertThat(status(orderId)).isEqualTo("PAID");
  }

  @Test
  void nothingPersonalAndNoSecretIsTold() {
    String orderId = CANARY + "-" + newOrderId();
    call(orderId);
    traced().get("/payment_status/{id}?wait=0&note=" + CANARY, orderId);
    traced().header("User-Agent", CANARY).get("/nowhere/" + CANARY);
    traced().header("X-API-Key", CANARY).get("/payments?salesman=" + CANARY);
    iute.approve(orderId);
    call(newOrderId()); // what was told before it has arrived with it

    trace.await("POST /create_iute_payment");
    trace.await("GET /payment_status/{orderId}");
    TraceCollector.await("POST /iute/confirmation");
    assertThat(received())
        .contains("iute-service", "http.route")
        .doesNotContain(CANARY, PHONE, PHONE.substring(1), POS, READER, OPERATOR)
        .doesNotContain("sandbox-token", "salesman", "127.0.0.1", DATABASE_PASSWORD);
  }

  private void call(String orderId) {
    Map<String, Object> wish = wish(orderId);
    wish.put("salesmanIdentifier", CANARY);
    traced().body(wish).post("/create_iute_payment").then().statusCode(200);
  }

  private RequestSpecification traced() {
    return as(POS).header("traceparent", trace.parent());
  }
}
