package com.partnerbridges.utopia.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.ConsoleLog;
import com.partnerbridges.dev.testkit.ConsoleLog.Line;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says, in the form that it has in production. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class LogTest extends CanaryOrder {

  private final Trace trace = Trace.begun();
  private final ConsoleLog log = new ConsoleLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everyLineAboutAnOrderIsInTheTraceOfItsCallback() {
    String ref = placed();
    call(ref, trace);

    workOff();

    List<Line> lines =
        log.shown().stream().filter(line -> line.label("orderref").equals(ref)).toList();
    assertThat(lines)
        .extracting(Line::message)
        .anyMatch(it -> it.startsWith("call partner=utopia"))
        .anyMatch(it -> it.startsWith("call partner=powercode"))
        .anyMatch(it -> it.startsWith("letter kind=DONE outcome=sent"));
    assertThat(lines).extracting(Line::trace).containsOnly(trace.id());
    assertThat(lines.get(0).message()).startsWith("callback kind=NEW_ORDER");
    assertThat(lines.get(0).label("request")).isEqualTo("request-of-" + ref);
  }

  @Test
  void nothingPersonalAndNoSecretIsLogged() {
    stranger(trace).body(CANARY).post("/api-callback").then().statusCode(400);
    stranger(trace).body(CANARY).post("/api-callback/" + CANARY).then().statusCode(404);
    stranger(trace).get("/orders/" + CANARY + "?note=" + CANARY).then().statusCode(401);
    as(OPERATOR).body("{\"orderref\":\"" + CANARY + " @\"}").post("/orders").then().statusCode(400);
    call(placed(), trace);
    workOff();
    powercode.refuse("createCustomer", 23, "Canaryna Canaryson of 801-555-0199 is there", 0);
    call(placed(), trace);
    workOff();
    powercode.setFault("searchCustomers", Fault.status(500));
    utopia.setFault("lookup", Fault.truncatedJson().times(1));
    call(placed(), trace);
    call(placed(), trace);
    workOff();

    assertThat(log.shown())
        .extracting(Line::message)
        .contains("callback refused protection=path", "state=DONE", "state=NEEDS_ATTENTION");
    log.assertNone(CANARIES);
  }
}
