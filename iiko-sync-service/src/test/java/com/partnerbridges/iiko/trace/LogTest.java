package com.partnerbridges.iiko.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.ConsoleLog;
import com.partnerbridges.dev.testkit.ConsoleLog.Line;
import com.partnerbridges.dev.testkit.TraceCollector;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says, in the form that it has in production. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class LogTest extends CanaryAccount {

  private final ConsoleLog log = new ConsoleLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everyLineOfARunIsInTheTraceOfWhatCalledForIt() {
    connect();

    workOff();

    List<Line> lines =
        log.shown().stream().filter(line -> line.label("account").equals(account)).toList();
    assertThat(lines)
        .extracting(Line::message)
        .anyMatch(it -> it.startsWith("connected"))
        .anyMatch(it -> it.startsWith("run=") && it.contains("state=SUCCEEDED"));
    assertThat(lines).extracting(Line::trace).containsOnly(trace.id());
    assertThat(lines.get(0).label("request")).isEqualTo("request-of-" + account);
  }

  @Test
  void nothingPersonalAndNoSecretIsLogged() {
    connect("canary-wrong").then().statusCode(422);
    connect();
    String key = sessionKey();
    String push = traced(ADMIN).post(at(account, "/push-token")).path("token");
    traced(ADMIN).body("{\"username\": \"canary-login\", }").put(at(account, "/credentials"));
    traced(MEMBER).get(at(account, "/suppliers/search?name=" + CANARY));
    bearer(CANARY).get(at(CANARY, "/status")).then().statusCode(401);
    workOff();
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.status(500));
    iiko.password("canary-changed");
    for (int failures = 0; failures < 3; failures++) {
      traced(ADMIN).post(at(account, "/sync/stores"));
      workOff();
    }

    assertThat(mails.mails()).anyMatch(mail -> mail.to().equals("alerts@example.com"));
    assertThat(log.shown()).extracting(Line::message).anyMatch(it -> it.contains("WRONG_PASSWORD"));
    log.assertNone(CANARIES);
    log.assertNone(key, push);
  }
}
