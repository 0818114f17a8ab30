package com.partnerbridges.shared.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.shared.partner.PartnerCalls.Limits;
import com.partnerbridges.shared.partner.PartnerHttp.NeverSent;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PartnerCallsTest {

  private static final int BREAKER_CALLS = 4;

  /** A breaker belongs to the name of its partner. */
  private static final AtomicInteger PARTNERS = new AtomicInteger();

  private final PartnerCalls calls =
      new PartnerCalls(
          "partner" + PARTNERS.incrementAndGet(),
          Map.of(401, "the key"),
          limits(),
          new SimpleMeterRegistry());

  @Test
  void whatWasNeverSentHadNoEffect() {
    PartnerUnavailable failure = failure(Uni.createFrom().failure(new NeverSent("Refused")));

    assertThat(failure).hasMessage("Refused");
    assertThat(failure.isWithoutEffect()).isTrue();
    assertThat(failure.isPassing()).isTrue();
  }

  @Test
  void whatWasSentMayHaveHadItsEffect() {
    PartnerUnavailable failure = failure(Uni.createFrom().failure(new TimeoutException()));

    assertThat(failure.isWithoutEffect()).isFalse();
    assertThat(failure.isBreakerOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, false"})
  void partnerSaysWhenToComeAgain(int status, boolean withoutEffect) {
    Reply reply = new Reply(status, new byte[0], Optional.of(Duration.ofSeconds(7)));

    PartnerUnavailable failure = failure(Uni.createFrom().item(reply));

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure.isWithoutEffect()).isEqualTo(withoutEffect);
  }

  @Test
  void openBreakerIsKnownAsSuch() {
    for (int i = 0; i < BREAKER_CALLS; i++) {
      failure(Uni.createFrom().failure(new TimeoutException()));
    }

    PartnerUnavailable failure = failure(Uni.createFrom().failure(new TimeoutException()));

    assertThat(failure.isBreakerOpen()).isTrue();
    assertThat(failure.isWithoutEffect()).isTrue();
    assertThat(failure.retryAfter()).isEmpty();
  }

  private PartnerUnavailable failure(Uni<Reply> reply) {
    return catchThrowableOfType(
        PartnerUnavailable.class,
        () -> calls.once("ask", () -> reply).await().atMost(Duration.ofSeconds(5)));
  }

  private static Limits limits() {
    return new SmallRyeConfigBuilder()
        .withMapping(Limits.class, "partner")
        .withDefaultValues(
            Map.of(
                "partner.connect-timeout", "1s",
                "partner.read-timeout", "1s",
                "partner.attempts", "1",
                "partner.retry-delay", "0s",
                "partner.breaker-calls", String.valueOf(BREAKER_CALLS),
                "partner.breaker-ratio", "1",
                "partner.breaker-delay", "1m"))
        .build()
        .getConfigMapping(Limits.class, "partner");
  }
}
