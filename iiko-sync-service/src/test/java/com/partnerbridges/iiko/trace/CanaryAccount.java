package com.partnerbridges.iiko.trace;

import static com.partnerbridges.dev.testkit.TraceCollector.DATABASE_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoSettings;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.iiko.access.AccountRole;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An account whose login one would know again wherever something of it is told. */
abstract class CanaryAccount extends ServiceTest {

  static final String CANARY = "canary";

  /** What is nobody's business, and what is secret; tokens of people begin with the last. */
  static final String[] CANARIES = {
    CANARY, "alerts@example.com", "sync@example.com", OPERATOR, DATABASE_PASSWORD, "eyJ"
  };

  final Trace trace = Trace.begun();
  String account;
  IikoSandboxClient iiko;

  @BeforeEach
  void newServer() {
    account = newAccount();
    iiko = server(account);
    iiko.reset();
    iiko.change(Json.with(IikoSettings.UNCHANGED, "login", "canary-login"));
    iiko.password("canary-password");
  }

  RequestSpecification traced(AccountRole role) {
    return as(account, role)
        .header("traceparent", trace.parent())
        .header("X-Request-ID", "request-of-" + account);
  }

  Response connect(String password) {
    Map<String, Object> wish = new HashMap<>(login(account));
    wish.put("username", "canary-login");
    wish.put("password", password);
    wish.put("alert_email", "alerts@example.com");
    return traced(ADMIN).body(wish).post(at(account, "/connect"));
  }

  void connect() {
    connect("canary-password").then().statusCode(200);
  }

  /** What iiko gave at the first login. */
  String sessionKey() {
    String key = iiko.calls(IikoSandboxClient.LOGIN).get(0).answer().strip();
    assertThat(key).matches("[0-9a-f-]{32,40}");
    return key;
  }

  static void workOff() {
    while (dueWork() > 0) {
      // more may have become due
    }
  }
}
