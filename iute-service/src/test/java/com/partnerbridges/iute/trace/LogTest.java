package com.partnerbridges.iute.trace;

import static com.partnerbridges.dev.testkit.TraceCollector.DATABASE_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.ConsoleLog;
import com.partnerbridges.dev.testkit.ConsoleLog.Line;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says, in the form that it has in production. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class LogTest extends ServiceTest {

  private static final String CANARY = "canary-5c1e";
  private static final String E_MAIL = "canary@example.com";

  private final Trace trace = Trace.begun();
  private final String orderId = newOrderId();
  private final ConsoleLog log = new ConsoleLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void aLineAboutAnOrderCarriesItsTraceAndItsRequest() {
    traced().body(wish(orderId)).post("/create_iute_payment").then().statusCode(200);
    iute.approve(orderId);

    List<Line> lines =
        log.shown().stream().filter(it -> it.label("order").equals(orderId)).toList();
    assertThat(lines)
        .hasSize(2)
        .allMatch(line -> line.trace().matches("[0-9a-f]{32}") && !line.label("request").isEmpty());
    assertThat(lines.get(0).trace()).isEqualTo(trace.id());
    assertThat(lines.get(0).label("request")).isEqualTo("request-7");
  }

  @Test
  void nothingPersonalAndNoSecretIsLogged() {
    Map<String, Object> wish = wish(orderId);
    wish.put("salesmanIdentifier", CANARY);
    traced().body(wish).post("/create_iute_payment").then().statusCode(200);
    traced().body(wish).post("/create_iute_payment");
    wish.put("customerPhone", CANARY + PHONE);
    traced().body(wish).post("/create_iute_payment").then().statusCode(400);
    traced().body("{\"customerPhone\": \"" + PHONE + " " + E_MAIL).post("/create_iute_payment");
    as(CANARY).body(wish).post("/create_iute_payment").then().statusCode(401);
    traced().get("/payment_status/" + CANARY + "?phone=" + PHONE).then().statusCode(404);
    traced()
        .header("x-iute-signature", CANARY)
        .header("x-iute-timestamp", "1")
        .body(wish)
        .post("/iute/confirmation")
        .then()
        .statusCode(400);
    iute.setFault("create", Fault.status(500));
    traced().body(wish(newOrderId())).post("/create_iute_payment");
    iute.cancel(orderId);
    dueWork();

    assertThat(log.shown())
        .extracting(Line::message)
        .anyMatch(it -> it.contains("webhook refused"));
    log.assertNone(CANARY, PHONE, PHONE.substring(1), E_MAIL);
    log.assertNone(POS, OPERATOR, "sandbox-token", DATABASE_PASSWORD);
  }

  private RequestSpecification traced() {
    return as(POS).header("traceparent", trace.parent()).header("X-Request-ID", "request-7");
  }
}
