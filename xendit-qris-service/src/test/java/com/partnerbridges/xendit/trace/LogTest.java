package com.partnerbridges.xendit.trace;

import static org.assertj.core.api.Assertions.assertThat;

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
class LogTest extends CanaryKiosk {

  private final ConsoleLog log = new ConsoleLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void aLineAboutATransactionCarriesItsTraceAndItsRequest() {
    String id = sold();
    xendit.pay(id);
    sendPhotos(id);

    List<Line> lines =
        log.shown().stream().filter(line -> line.label("reference").equals(id)).toList();
    assertThat(lines)
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.trace().matches("[0-9a-f]{32}") && !line.label("request").isEmpty());
    Line mail = lines.get(lines.size() - 1);
    assertThat(mail.message()).startsWith("photo mail sent");
    assertThat(mail.trace()).isEqualTo(trace.id());
    assertThat(mail.label("request")).isEqualTo("request-7");
  }

  @Test
  void nothingPersonalAndNoSecretIsLogged() {
    strangersCome();
    String id = sold();
    xendit.pay(id);
    sendPhotos(id);
    refund(id);
    atlas.setFault("me", Fault.status(500));
    as("canary-unseen").get(API + "/transactions");
    xendit.setFault("create", Fault.status(500));
    traced().body(wish()).post(API + "/transactions");
    dueWork();

    assertThat(log.shown())
        .extracting(Line::message)
        .anyMatch(it -> it.startsWith("atlas call failed"))
        .anyMatch(it -> it.startsWith("photo mail sent"));
    log.assertNone(CANARIES);
  }
}
