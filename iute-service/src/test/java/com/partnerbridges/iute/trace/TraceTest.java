package com.partnerbridges.iute.trace;

import static com.partnerbridges.iute.trace.TraceCollector.received;
import static com.partnerbridges.iute.trace.TraceCollector.spans;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iute.ServiceTest;
import com.partnerbridges.iute.trace.TraceCollector.Span;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told. */
@QuarkusTest
@QuarkusTestResource(value = TraceCollector.class, restrictToAnnotatedClass = true)
class TraceTest extends ServiceTest {

  private static final String SPAN = "b7ad6b7169203331";
  private static final String CANARY = "canary-7f3a";

  private final String trace = randomTrace();

  @Test
  void aCallOfThePosIsOneTraceUpToIute() {
    call(newOrderId());

    Span door = awaitSpan(span -> span.name().equals("POST /create_iute_payment"));
    Span iute = awaitSpan(span -> span.name().equals("iute create"));
    Span database = awaitSpan(span -> span.name().equals("database"));
    assertThat(door.parent()).isEqualTo(SPAN);
    assertThat(iute.parent()).isEqualTo(door.id());
    assertThat(database.parent()).isEqualTo(door.id());
  }

  @Test
  void iuteIsNotToldOfTheTrace() {
    call(newOrderId());

    awaitSpan(span -> span.name().equals("iute create"));
    assertThat(iute.calls())
        .isNotEmpty()
        .allSatisfy(
            call -> assertThat(call.toString().toLowerCase()).doesNotContain("traceparent", trace));
  }

  @Test
  void aWebhookAndItsEffectAreOneTrace() {
    String orderId = pending();

    iute.approve(orderId);

    Span door = await(() -> find(span -> span.name().equals("POST /iute/confirmation")));
    await(() -> find(span -> span.name().equals("database") && span.parent().equals(door.id())));
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

    awaitSpan(span -> span.name().equals("POST /create_iute_payment"));
    await(() -> find(span -> span.name().contains("/payment_status/{orderId}")));
    await(() -> find(span -> span.name().equals("POST /iute/confirmation")));
    assertThat(received())
        .contains("iute-service", "http.route")
        .doesNotContain(CANARY, PHONE, PHONE.substring(1), POS, READER, OPERATOR)
        .doesNotContain("sandbox-token", "salesman", "127.0.0.1");
  }

  private void call(String orderId) {
    Map<String, Object> wish = wish(orderId);
    wish.put("salesmanIdentifier", CANARY);
    traced().body(wish).post("/create_iute_payment").then().statusCode(200);
  }

  private RequestSpecification traced() {
    return as(POS).header("traceparent", "00-" + trace + "-" + SPAN + "-01");
  }

  private Span awaitSpan(Predicate<Span> wanted) {
    return await(() -> find(wanted.and(span -> span.trace().equals(trace))));
  }

  private static Optional<Span> find(Predicate<Span> wanted) {
    return spans().stream().filter(wanted).findFirst();
  }

  private static Span await(Supplier<Optional<Span>> question) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    Optional<Span> answer = question.get();
    while (answer.isEmpty()) {
      assertThat(System.nanoTime()).as("spans so far: " + names()).isLessThan(end);
      Thread.onSpinWait();
      answer = question.get();
    }
    return answer.get();
  }

  private static List<String> names() {
    return spans().stream().map(Span::name).toList();
  }

  private static String randomTrace() {
    byte[] id = new byte[16];
    new Random().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
