package com.partnerbridges.utopia.gateway;

import static com.partnerbridges.utopia.gateway.Trouble.Kind.BREAKER_OPEN;
import static com.partnerbridges.utopia.gateway.Trouble.Kind.NOTHING_HAPPENED;
import static com.partnerbridges.utopia.gateway.Trouble.Kind.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.net.NetServer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of every call when a partner is not well. */
@QuarkusTest
class TroubleTest extends GatewayTest {

  private static final String TOO_LATE = "an answer that comes too late";
  private static final Map<String, Fault> UNREADABLE =
      Map.of(
          "an error",
          Fault.status(500),
          "an error of a proxy",
          Fault.htmlStatus(502),
          "HTML with 200",
          Fault.htmlStatus(200),
          "a call that is cut off",
          Fault.dropBefore(),
          "an answer that is cut off",
          Fault.dropAfter(),
          TOO_LATE,
          Fault.lateAnswer(Duration.ofMillis(1500)),
          "half an answer",
          Fault.truncatedJson(),
          "an answer without an end",
          Fault.hugeBody(1L << 30),
          "a conflict",
          Fault.status(409),
          "HTML with 404",
          Fault.htmlStatus(404));

  @BeforeEach
  void somebody() {
    utopiaSandbox.order(UtopiaOrder.usual(ORDER));
    customerId = done(await(powercode.createCustomer(ORDER, customer("12 MAIN ST"))));
  }

  @ParameterizedTest
  @MethodSource
  void anAnswerThatIsNoneIsUnclearAndTheCallIsMadeOnce(String operation, String what) {
    int before = callsOf(operation);
    set(operation, UNREADABLE.get(what));
    patience = what.equals(TOO_LATE) ? "1s" : patience;
    with(Map.of());

    Trouble trouble = trouble(call(operation));

    assertThat(trouble.kind()).as(trouble.why()).isEqualTo(UNCLEAR);
    assertThat(trouble.retryAfter()).isNull();
    ControlClient partner = operation.equals("lookup") ? utopiaSandbox : powercodeSandbox;
    // a late one is recorded when it is answered
    assertThat(partner.awaitCalls(operation, before + 1, Duration.ofSeconds(5)))
        .hasSize(before + 1);
  }

  static Stream<Arguments> anAnswerThatIsNoneIsUnclearAndTheCallIsMadeOnce() {
    return OPERATIONS.stream()
        .flatMap(operation -> UNREADABLE.keySet().stream().map(it -> Arguments.of(operation, it)));
  }

  @ParameterizedTest
  @FieldSource("OPERATIONS")
  void overTheLimitNothingHappened(String operation) {
    if (operation.equals("lookup")) {
      utopiaSandbox.setFault(operation, Fault.status(429));
    } else {
      powercodeSandbox.rateLimited(operation, Duration.ofSeconds(90), 1);
    }

    Trouble trouble = trouble(call(operation));

    assertThat(trouble.kind()).isEqualTo(NOTHING_HAPPENED);
    assertThat(trouble.why()).isEqualTo("HTTP 429");
    assertThat(trouble.retryAfter())
        .isEqualTo(operation.equals("lookup") ? null : Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @MethodSource
  void whereNobodyCanBeReachedNothingHappened(String operation, String url) {
    with(everybodyAt(url));

    Trouble trouble = trouble(call(operation));

    assertThat(trouble.kind()).as(trouble.why()).isEqualTo(NOTHING_HAPPENED);
  }

  static Stream<Arguments> whereNobodyCanBeReachedNothingHappened() {
    return OPERATIONS.stream()
        .flatMap(
            operation ->
                Stream.of("http://127.0.0.1:1", "http://nobody.invalid")
                    .map(it -> Arguments.of(operation, it)));
  }

  @ParameterizedTest
  @FieldSource("OPERATIONS")
  void anOpenBreakerIsToldFromAFailure(String operation) {
    with(
        Map.of("utopia.api.calls.breaker-calls", "2", "utopia.powercode.calls.breaker-calls", "2"));
    set(operation, Fault.status(503));
    call(operation);
    call(operation);
    int before = callsOf(operation);

    Trouble trouble = trouble(call(operation));

    assertThat(trouble.kind()).isEqualTo(BREAKER_OPEN);
    assertThat(callsOf(operation)).isEqualTo(before);
  }

  /** Whether it was in the TLS handshake or before it. */
  @ParameterizedTest
  @FieldSource("OPERATIONS")
  void whoIsNotLetInInTimeSentNothing(String operation) {
    NetServer silence =
        vertx
            .createNetServer()
            .connectHandler(socket -> {})
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    patience = "1s";
    with(everybodyAt("https://127.0.0.1:" + silence.actualPort()));

    Trouble trouble = trouble(call(operation));

    silence.close();
    assertThat(trouble).isEqualTo(new Trouble(NOTHING_HAPPENED, "no connection in time", null));
  }

  private void set(String operation, Fault fault) {
    if (operation.equals("lookup")) {
      utopiaSandbox.setFault(operation, fault);
    } else {
      powercodeSandbox.setFault(operation, fault);
    }
  }
}
