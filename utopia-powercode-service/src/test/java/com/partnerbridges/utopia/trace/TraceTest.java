package com.partnerbridges.utopia.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import com.partnerbridges.dev.testkit.TraceCollector.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class TraceTest extends CanaryOrder {

  private final Trace trace = Trace.begun();

  @Test
  void aCallbackAndAllThatItCallsForAreOneTrace() {
    call(placed(), trace);

    workOff();

    Span door = trace.await("POST /api-callback");
    Span order = trace.await("process order", door);
    Span letter = trace.await("process letter", door);
    assertThat(door.parent()).isEqualTo(Trace.CALLER);
    trace.await("database", door);
    trace.await("utopia lookup", order);
    trace.await("powercode createCustomer", order);
    trace.await("powercode addCustomerService", order);
    trace.await("powercode createTicket", order);
    trace.await("powercode addTag", order);
    trace.await("database", order);
    trace.await("smtp send", letter);
    trace.await("database", letter);
  }

  @Test
  void ordersThatAreWorkedOnTogetherKeepTheirTracesApart() {
    List<Trace> traces = Stream.generate(Trace::begun).limit(6).toList();
    for (Trace each : traces) {
      UtopiaOrder order = UtopiaOrder.usual(newRef());
      utopia.order(order);
      call(order.orderref(), each);
    }

    workOff();

    for (Trace each : traces) {
      Span order = each.await("process order");
      each.await("powercode createTicket", order);
      assertThat(each.spans("powercode createTicket"))
          .hasSize(1)
          .allMatch(span -> span.parent().equals(order.id()));
    }
  }

  @Test
  void whatAPersonBeginsIsInThatPersonsTrace() {
    String ref = placed();
    as(OPERATOR)
        .header("traceparent", trace.parent())
        .body("{\"orderref\":\"" + ref + "\"}")
        .post("/orders")
        .then()
        .statusCode(201);

    workOff();

    trace.await("utopia lookup", trace.await("process order"));
  }

  @Test
  void aTraceThatIsNotRecordedIsNotKept() {
    String ref = placed();

    call(ref, "00-" + trace.id() + "-" + Trace.CALLER + "-00");

    assertThat(text("select traceparent from orders where orderref = '" + ref + "'")).isNull();
  }

  @Test
  void partnersAreNotToldOfTheTrace() {
    call(placed(), trace);

    workOff();

    trace.assertUnknownTo(Stream.concat(utopia.calls().stream(), powercode.calls().stream()));
  }

  @Test
  void nothingPersonalAndNoSecretIsTold() {
    stranger(trace).body(CANARY).post("/api-callback/" + CANARY).then().statusCode(404);
    stranger(trace).get("/orders/" + CANARY + "?note=" + CANARY).then().statusCode(401);
    stranger(trace).get("/nowhere/" + CANARY).then().statusCode(404);
    powercode.refuse("createCustomer", 23, "Canaryna Canaryson lives there", 0);
    call(placed(), trace);

    workOff();

    trace.await("POST /api-callback/{secret}");
    trace.await("smtp send");
    assertThat(TraceCollector.received())
        .contains("utopia-powercode-service", "http.route")
        .doesNotContainIgnoringCase(CANARIES)
        .doesNotContain("127.0.0.1", "UIA2");
  }
}
