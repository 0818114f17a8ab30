package com.partnerbridges.shared.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Spans around work. Their names and attributes are words of ours, chosen where the work is called
 * for: nothing that a caller or a partner said.
 */
public final class Spans {

  /** The attribute that tells how it ended. */
  static final String OUTCOME = "outcome";

  private static final String SCOPE = "partner-bridges";

  private Spans() {}

  /** A span of its own, or a child of the one that the work belongs to. */
  public static <T> Uni<T> of(String name, Map<String, String> attributes, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Span span = begin(name, attributes);
              return work.get()
                  .onTermination()
                  .invoke((item, failure, cancelled) -> end(span, failure, cancelled));
            });
  }

  /** Only where the work belongs to a span: what a timer does is not worth one for each look. */
  public static <T> Uni<T> within(
      String name, Supplier<Map<String, String>> attributes, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () ->
                Span.current().getSpanContext().isValid()
                    ? of(name, attributes.get(), work)
                    : work.get());
  }

  /** For work in a thread that waits; whoever begins it ends it. */
  public static Span begin(String name, Map<String, String> attributes) {
    SpanBuilder builder = builder(name, SpanKind.CLIENT);
    attributes.forEach(builder::setAttribute);
    return builder.startSpan();
  }

  /** Of work that was called for before, and is woken by what goes on now. */
  static Span later(String name, Context before) {
    return builder(name, SpanKind.CONSUMER)
        .setParent(before)
        .addLink(Span.current().getSpanContext()) // which is left out when nothing is recorded
        .startSpan();
  }

  private static SpanBuilder builder(String name, SpanKind kind) {
    return GlobalOpenTelemetry.getTracer(SCOPE).spanBuilder(name).setSpanKind(kind);
  }

  /**
   * @param outcome one of a few words
   */
  public static void end(Span span, String outcome, boolean good) {
    if (!good) {
      span.setStatus(StatusCode.ERROR);
    }
    span.setAttribute(OUTCOME, outcome);
    span.end();
  }

  /** The failure's kind only: its message may say what is nobody's business. */
  static void end(Span span, Throwable failure, boolean cancelled) {
    if (failure != null) {
      end(span, failure.getClass().getSimpleName(), false);
    } else {
      end(span, cancelled ? "cancelled" : "answered", true);
    }
  }
}
