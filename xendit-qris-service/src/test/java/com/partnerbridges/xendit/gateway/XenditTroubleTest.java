package com.partnerbridges.xendit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of calls to a Xendit that is not well. */
@QuarkusTest
class XenditTroubleTest extends ServiceTest {

  @Inject XenditGateway gateway;
  @Inject XenditConfig config;

  private String code = "qr_unknown";
  private String payment = "qrpy_unknown";
  private LogCapture log;

  @BeforeEach
  void listen() {
    log = new LogCapture();
  }

  /** The next test shall find the breakers closed. */
  @AfterEach
  void recover() {
    log.close();
    xendit.clearFaults();
    await(() -> !isAway(call("create")) && !isAway(call("payments")));
  }

  @ParameterizedTest
  @CsvSource({"create, 1", "payments, 3", "refund, 1"})
  void onlyWhatIsSafeToRepeatIsRepeated(String operation, int attempts) {
    xendit.setFault(operation, Fault.status(500));

    Object outcome = call(operation);

    assertThat(outcome.toString()).isEqualTo("Unclear[why=HTTP 500]");
    assertThat(xendit.calls(operation)).hasSize(attempts);
  }

  @ParameterizedTest
  @CsvSource({"create, Unclear", "payments, Unclear", "refund, NotAsked"})
  void aKeyThatIsNotAcceptedIsSaidInTheLogAndNotTriedAgain(String operation, String kind) {
    xendit.setFault(operation, Fault.status(401));

    Object outcome = call(operation);

    String why = "HTTP 401: Xendit does not accept XENDIT_API_KEY";
    assertThat(outcome.toString()).isEqualTo(kind + "[why=" + why + "]");
    assertThat(xendit.calls(operation)).hasSize(1);
    assertThat(log.lines())
        .anyMatch(line -> line.contains("operation=" + operation) && line.contains(why))
        .noneMatch(line -> line.contains(XenditSandboxClient.SECRET_KEY))
        .noneMatch(line -> line.contains(basic()));
  }

  @ParameterizedTest
  @MethodSource
  void anAnswerThatIsNoneIsUnclearInTime(Fault fault) {
    code = ((CodeOutcome.Created) call("create")).qrId();
    payment = xendit.pay(code, PayOptions.USUAL.asLost()).paymentId();
    for (String operation : List.of("create", "payments", "refund")) {
      xendit.setFault(operation, fault);
      long begin = System.nanoTime();

      Object outcome = call(operation);

      assertThat(isAway(outcome)).as("%s: %s", operation, outcome).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isLessThan(config.calls().readTimeout().multipliedBy(4));
    }
  }

  @Test
  void aRefundOverTheLimitWasNotMadeForSure() {
    xendit.setFault("refund", Fault.status(429));

    Object outcome = call("refund");

    assertThat(outcome).isEqualTo(new RefundOutcome.NotAsked("HTTP 429"));
    assertThat(xendit.calls("refund")).hasSize(1);
  }

  static Stream<Fault> anAnswerThatIsNoneIsUnclearInTime() {
    return Stream.of(
        Fault.hugeBody(1L << 30),
        Fault.htmlStatus(200),
        Fault.htmlStatus(502),
        Fault.truncatedJson(),
        Fault.dropBefore(),
        Fault.dropAfter(),
        Fault.slow(Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({"create", "payments"})
  void aDeadXenditIsNotCalledForAWhileAndThenFoundAlive(String operation) {
    xendit.setFault(operation, Fault.status(503));
    for (int i = 0; i < config.calls().breakerCalls() * 2; i++) {
      call(operation);
    }
    int calls = xendit.calls(operation).size();
    assertThat(calls).as("the breaker opened").isLessThan(config.calls().breakerCalls() * 2);

    Object outcome = call(operation);

    assertThat(outcome.toString()).isEqualTo("Unclear[why=circuit breaker open]");
    assertThat(xendit.calls(operation)).hasSize(calls);
    xendit.clearFaults();
    await(() -> !isAway(call(operation)));
  }

  @Test
  void whatXenditSaysOfACodeNeverOpensTheBreaker() {
    for (int i = 0; i < config.calls().breakerCalls() * 2; i++) {
      assertThat(call("payments")).isEqualTo(new PaymentsOutcome.UnknownCode());
      assertThat(call("refund")).isInstanceOf(RefundOutcome.Refused.class);
    }

    create(wish()).then().statusCode(201);
  }

  private Object call(String operation) {
    Uni<?> outcome =
        switch (operation) {
          case "create" -> gateway.createCode("TRX-1", AMOUNT, Instant.now().plusSeconds(900));
          case "payments" -> gateway.payments(code);
          default -> gateway.refund(payment, AMOUNT, "late");
        };
    return outcome.await().atMost(Duration.ofSeconds(20));
  }

  private static boolean isAway(Object outcome) {
    return List.of("Unclear", "NotAsked").contains(outcome.getClass().getSimpleName());
  }

  private static String basic() {
    String user = XenditSandboxClient.SECRET_KEY + ":";
    return Base64.getEncoder().encodeToString(user.getBytes());
  }
}
