package com.partnerbridges.iute.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.shared.edge.PartnerHttp.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Retry and circuit breaker around the calls to Iute. What Iute says about an order (2xx, 400, 404)
 * is an answer; network errors, 5xx, 429, a refused token and HTML are failures.
 */
@ApplicationScoped
class IuteCalls {

  /** An HTTP status and the JSON that came with it, a missing node if none did. */
  record Answer(int status, JsonNode json) {}

  /** Lenient, as one reads partners; the service's own mapper is strict. */
  private static final ObjectMapper PARTNER = new ObjectMapper();

  private final TypedGuard<Uni<Answer>> repeated;
  private final TypedGuard<Uni<Answer>> once;
  private final MeterRegistry metrics;

  IuteCalls(IuteConfig config, MeterRegistry metrics) {
    this.metrics = metrics;
    IuteConfig.Calls calls = config.calls();
    this.repeated =
        guard("iute-repeated", calls)
            .withRetry()
            .maxRetries(calls.attempts() - 1)
            .delay(calls.retryDelay().toMillis(), ChronoUnit.MILLIS)
            .jitter(calls.retryDelay().toMillis() / 2, ChronoUnit.MILLIS)
            .whenException(f -> f instanceof IuteUnavailable failure && failure.isPassing())
            .withExponentialBackoff()
            .done()
            .done()
            .build();
    this.once = guard("iute-once", calls).build();
  }

  private static TypedGuard.Builder<Uni<Answer>> guard(String name, IuteConfig.Calls calls) {
    return TypedGuard.create(new TypeLiteral<Uni<Answer>>() {})
        .withDescription(name)
        .withCircuitBreaker()
        .requestVolumeThreshold(calls.breakerCalls())
        .failureRatio(calls.breakerRatio())
        .delay(calls.breakerDelay().toMillis(), ChronoUnit.MILLIS)
        .name(name)
        .done();
  }

  /**
   * For calls that may be repeated: questions, and create, which Iute treats as create or update.
   */
  Uni<Answer> repeating(String operation, Supplier<Uni<Reply>> call) {
    return counted(operation, guarded(repeated, operation, call));
  }

  /** For calls whose repetition is not known to be safe. */
  Uni<Answer> once(String operation, Supplier<Uni<Reply>> call) {
    return counted(operation, guarded(once, operation, call));
  }

  private Uni<Answer> guarded(
      TypedGuard<Uni<Answer>> guard, String operation, Supplier<Uni<Reply>> call) {
    return guard
        .get(() -> attempt(operation, call))
        .onFailure(CircuitBreakerOpenException.class)
        .transform(open -> IuteUnavailable.lasting("circuit breaker open"));
  }

  private Uni<Answer> attempt(String operation, Supplier<Uni<Reply>> call) {
    metrics.counter("iute.attempts", "operation", operation).increment();
    return call.get()
        .onFailure()
        .transform(failure -> IuteUnavailable.passing(failure.getClass().getSimpleName()))
        .map(this::read);
  }

  private Answer read(Reply response) {
    int status = response.status();
    if (status >= 500 || status == 429) {
      throw IuteUnavailable.passing("HTTP " + status);
    }
    if (status == 401 || status == 403) {
      throw IuteUnavailable.lasting("HTTP " + status + ": Iute does not accept AUTH_TOKEN");
    }
    String body = new String(response.body(), StandardCharsets.UTF_8).stripLeading();
    if (body.startsWith("<")) {
      throw IuteUnavailable.lasting("HTTP " + status + " with HTML: a proxy or a wrong address");
    }
    try {
      return new Answer(status, PARTNER.readTree(body));
    } catch (IOException notJson) {
      return new Answer(status, MissingNode.getInstance());
    }
  }

  private Uni<Answer> counted(String operation, Uni<Answer> call) {
    return call.onItemOrFailure()
        .invoke(
            (answer, failure) ->
                metrics
                    .counter(
                        "iute.calls",
                        "operation",
                        operation,
                        "outcome",
                        failure == null ? "answered" : "failed")
                    .increment());
  }
}
