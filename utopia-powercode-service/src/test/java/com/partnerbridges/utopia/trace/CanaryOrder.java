package com.partnerbridges.utopia.trace;

import static com.partnerbridges.dev.testkit.TraceCollector.DATABASE_PASSWORD;
import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.utopia.ServiceTest;
import io.restassured.specification.RequestSpecification;

/** Orders of somebody whom one would know again wherever something of him is told. */
abstract class CanaryOrder extends ServiceTest {

  static final String CANARY = "canary";

  /** What is nobody's business, and what is secret. */
  static final String[] CANARIES = {
    CANARY,
    "801-555-0199",
    "8015550199",
    "office@example.com",
    "provisioning@example.com",
    READER,
    OPERATOR,
    UtopiaSandboxClient.API_KEY,
    PowercodeSandboxClient.API_KEY,
    DATABASE_PASSWORD
  };

  /** An order that UTOPIA knows and has not called for. */
  String placed() {
    String ref = newRef();
    utopia.order(
        UtopiaOrder.usual(ref)
            .name("Canaryna", "Canaryson")
            .email("canary@example.com")
            .phone("801-555-0199")
            .address("7 CANARY ROAD", "4", "CANARYVILLE")
            .siteid("canary-" + ref));
    return ref;
  }

  void call(String ref, Trace trace) {
    call(ref, trace.parent());
  }

  void call(String ref, String traceparent) {
    given()
        .header("traceparent", traceparent)
        .header("X-Request-ID", "request-of-" + ref)
        .body(
            "{\"event\":\"new\",\"orderref\":\"%s\",\"msg\":\"Project New Order\"}".formatted(ref))
        .post("/api-callback")
        .then()
        .statusCode(200);
  }

  static void workOff() {
    while (dueWork() > 0) {
      // the letter is due after the order
    }
  }

  /** Whoever has no business here, with a secret of his own. */
  static RequestSpecification stranger(Trace trace) {
    return as(CANARY)
        .header("traceparent", trace.parent())
        .header("User-Agent", CANARY)
        .header("webhook-signature", CANARY);
  }
}
