package com.partnerbridges.shared.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.partnerbridges.shared.edge.SomeTime;
import com.partnerbridges.shared.edge.TimeOrNone;
import com.partnerbridges.shared.partner.PartnerHttp.NeverSent;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.shared.trace.Spans;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.config.WithConverter;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Retry and circuit breaker around the calls to one partner, and their metrics ({@code
 * partner.attempts} and {@code partner.calls}). What the partner says about its business is an
 * answer; network errors, 5xx, 429, HTML, and the statuses that are named to it are failures of
 * type {@link PartnerUnavailable}.
 */
public final class PartnerCalls {

  /** Bounds of the calls to a partner; a part of a service's settings. */
  public interface Limits {
    /** Time to connect. */
    @WithConverter(SomeTime.class)
    Duration connectTimeout();

    /** Time of one call in all. */
    @WithConverter(SomeTime.class)
    Duration readTimeout();

    /** Calls in all for one question, the first included. */
    @Min(1)
    @Max(10)
    int attempts();

    /** Pause before the second call; it doubles, with jitter. */
    @WithConverter(TimeOrNone.class)
    Duration retryDelay();

    /** Number of last calls that the breaker looks at. */
    @Min(1)
    int breakerCalls();

    /** Share of failed calls that opens the breaker. */
    @Positive
    @Max(1)
    double breakerRatio();

    /** How long the breaker stays open. */
    @WithConverter(SomeTime.class)
    Duration breakerDelay();
  }

  /** An HTTP status and the JSON that came with it, a missing node if none did. */
  public record Answer(int status, JsonNode json) {}

  /** Lenient, as one reads partners; the service's own mapper is strict. */
  private static final ObjectMapper PARTNER = new ObjectMapper();

  private static final String ANSWERED = "answered";
  private static final String FAILED = "failed";

  private static final Duration[] BUCKETS =
      Stream.of(100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final String partner;
  private final Map<Integer, String> lasting;
  private final TypedGuard<Uni<Answer>> repeated;
  private final TypedGuard<Uni<Answer>> once;
  private final MeterRegistry metrics;

  /**
   * @param partner one lower-case word: names breakers and metrics
   * @param lasting statuses that are no answers about any business, and what they mean: a token
   *     that is not accepted, say
   */
  public PartnerCalls(
      String partner, Map<Integer, String> lasting, Limits limits, MeterRegistry metrics) {
    this.partner = partner;
    this.lasting = Map.copyOf(lasting);
    this.metrics = metrics;
    this.repeated =
        guard(partner + "-repeated", limits)
            .withRetry()
            .maxRetries(limits.attempts() - 1)
            .delay(limits.retryDelay().toMillis(), ChronoUnit.MILLIS)
            .jitter(limits.retryDelay().toMillis() / 2, ChronoUnit.MILLIS)
            .whenException(f -> f instanceof PartnerUnavailable failure && failure.isPassing())
            .withExponentialBackoff()
            .done()
            .done()
            .build();
    this.once = guard(partner + "-once", limits).build();
  }

  private static TypedGuard.Builder<Uni<Answer>> guard(String name, Limits limits) {
    return TypedGuard.create(new TypeLiteral<Uni<Answer>>() {})
        .withDescription(name)
        .withCircuitBreaker()
        .requestVolumeThreshold(limits.breakerCalls())
        .failureRatio(limits.breakerRatio())
        .delay(limits.breakerDelay().toMillis(), ChronoUnit.MILLIS)
        .name(name)
        .done();
  }

  /** Their metrics are there from the beginning on: a rate needs the nought before the one. */
  public PartnerCalls telling(String... operations) {
    for (String operation : operations) {
      attempts(operation);
      calls(operation, ANSWERED);
      calls(operation, FAILED);
    }
    return this;
  }

  private Counter attempts(String operation) {
    return metrics.counter("partner.attempts", "partner", partner, "operation", operation);
  }

  private Timer calls(String operation, String outcome) {
    return timer(metrics, partner, operation, outcome);
  }

  /** Times a call to a partner, its repetitions included. */
  public static Timer timer(
      MeterRegistry metrics, String partner, String operation, String outcome) {
    return Timer.builder("partner.calls")
        .tags("partner", partner, "operation", operation, "outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(metrics);
  }

  /** For calls that may be repeated: questions, and what the partner is known to do only once. */
  public Uni<Answer> repeating(String operation, Supplier<Uni<Reply>> call) {
    return told(operation, () -> guarded(repeated, operation, call));
  }

  /** For calls whose repetition is not known to be safe. */
  public Uni<Answer> once(String operation, Supplier<Uni<Reply>> call) {
    return told(operation, () -> guarded(once, operation, call));
  }

  private Uni<Answer> guarded(
      TypedGuard<Uni<Answer>> guard, String operation, Supplier<Uni<Reply>> call) {
    return guard
        .get(() -> attempt(operation, call))
        .onFailure(CircuitBreakerOpenException.class)
        .transform(open -> PartnerUnavailable.breakerIsOpen());
  }

  private Uni<Answer> attempt(String operation, Supplier<Uni<Reply>> call) {
    attempts(operation).increment();
    return call.get().onFailure().transform(PartnerCalls::noAnswer).map(this::read);
  }

  private static PartnerUnavailable noAnswer(Throwable failure) {
    return failure instanceof NeverSent
        ? PartnerUnavailable.passing(failure.getMessage()).withoutEffect()
        : PartnerUnavailable.passing(failure.getClass().getSimpleName());
  }

  private Answer read(Reply response) {
    int status = response.status();
    if (status == 429) {
      throw PartnerUnavailable.passing("HTTP " + status)
          .withoutEffect()
          .retryAfter(response.retryAfter());
    }
    if (status >= 500) {
      throw PartnerUnavailable.passing("HTTP " + status).retryAfter(response.retryAfter());
    }
    if (lasting.containsKey(status)) {
      throw PartnerUnavailable.lasting("HTTP " + status + ": " + lasting.get(status))
          .withoutEffect();
    }
    String body = new String(response.body(), StandardCharsets.UTF_8).stripLeading();
    if (body.startsWith("<")) {
      throw PartnerUnavailable.lasting("HTTP " + status + " with HTML: a proxy or a wrong address");
    }
    try {
      return new Answer(status, PARTNER.readTree(body));
    } catch (IOException notJson) {
      return new Answer(status, MissingNode.getInstance());
    }
  }

  private Uni<Answer> told(String operation, Supplier<Uni<Answer>> call) {
    Map<String, String> attributes = Map.of("partner", partner, "operation", operation);
    return Uni.createFrom()
        .deferred(
            () -> {
              Timer.Sample time = Timer.start(metrics);
              return Spans.of(partner + " " + operation, attributes, call)
                  .onItemOrFailure()
                  .invoke(
                      (answer, failure) ->
                          time.stop(calls(operation, failure == null ? ANSWERED : FAILED)));
            });
  }
}
