package com.partnerbridges.xendit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.dev.testkit.TraceCollector;
import com.partnerbridges.dev.testkit.TraceCollector.Span;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told. */
@QuarkusTest
@WithTestResource(TraceCollector.class)
class TraceTest extends CanaryKiosk {

  @Test
  void aCallOfAKioskIsOneTraceUpToAtlasAndXendit() {
    sold();

    Span door = trace.await("POST /api/v1/transactions");
    assertThat(door.parent()).isEqualTo(Trace.CALLER);
    trace.await("atlas me", door);
    trace.await("xendit create", door);
    trace.await("database", door);
  }

  @Test
  void aWebhookAndItsEffectAreOneTrace() {
    String id = sold();

    xendit.pay(id);

    trace.await("database", TraceCollector.await("POST /api/v1/webhooks/xendit"));
    assertThat(status(id)).isEqualTo("COMPLETED");
  }

  @Test
  void photosAreOneTraceUpToTheMailServer() {
    String id = sold();
    xendit.pay(id);

    sendPhotos(id);

    Span door = trace.await("POST /api/v1/transactions/{external_id}/photos/email");
    trace.await("smtp send", door);
  }

  @Test
  void partnersAreNotToldOfTheTrace() {
    sold();

    trace.assertUnknownTo(Stream.concat(xendit.calls().stream(), atlas.calls().stream()));
  }

  @Test
  void nothingPersonalAndNoSecretIsTold() {
    strangersCome();
    String id = sold();
    xendit.pay(id);
    sendPhotos(id);
    refund(id);
    dueWork();

    trace.await("smtp send");
    TraceCollector.await("POST /api/v1/webhooks/xendit");
    TraceCollector.await("POST /internal/jobs/{job}");
    assertThat(TraceCollector.received())
        .contains("xendit-qris-service", "http.route")
        .doesNotContainIgnoringCase(CANARIES)
        .doesNotContain("127.0.0.1", "TRX-");
  }
}
