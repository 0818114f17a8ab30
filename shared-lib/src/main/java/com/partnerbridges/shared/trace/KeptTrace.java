package com.partnerbridges.shared.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The trace of work that a row carries to a later moment, or to another instance: the row keeps the
 * {@code traceparent} of W3C's Trace Context, and the work goes on below that span, whose trace its
 * log lines carry too. It is a child of it, as OpenTelemetry's conventions allow where messages are
 * processed one by one, and has a link to what woke it.
 */
public final class KeptTrace {

  private KeptTrace() {}

  /** What to keep with work that is done later; null where nothing is recorded. */
  public static String now() {
    SpanContext here = Span.current().getSpanContext();
    return here.isSampled()
        ? "00-%s-%s-%s".formatted(here.getTraceId(), here.getSpanId(), here.getTraceFlags().asHex())
        : null;
  }

  /**
   * The work in a Vert.x context of its own, since others that are done at the same time belong to
   * other traces.
   *
   * @param kept null when it belongs to none
   */
  public static <T> Uni<T> goOn(String kept, String name, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              io.vertx.core.Context here = Vertx.currentContext();
              if (kept == null || here == null) {
                return work.get();
              }
              io.vertx.core.Context own = VertxContext.createNewDuplicatedContext(here);
              Span span = begin(kept, name);
              return Uni.createFrom()
                  .deferred(() -> within(span, work))
                  .onTermination()
                  .invoke((item, failure, cancelled) -> Spans.end(span, failure, cancelled))
                  .runSubscriptionOn(task -> own.runOnContext(nothing -> task.run()))
                  .emitOn(task -> here.runOnContext(nothing -> task.run()));
            });
  }

  /** The same for work in a thread that waits; the scope's end is the work's. */
  public static Scope goOn(String kept, String name) {
    if (kept == null) {
      return Scope.noop();
    }
    Span span = begin(kept, name);
    Scope scope = span.makeCurrent();
    return () -> {
      scope.close();
      span.end();
    };
  }

  private static <T> Uni<T> within(Span span, Supplier<Uni<T>> work) {
    span.makeCurrent(); // for as long as there is the Vert.x context
    return work.get();
  }

  private static Span begin(String kept, String name) {
    String[] parts = kept.split("-");
    SpanContext parent =
        SpanContext.createFromRemoteParent(
            parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
    return Spans.later(name, Context.root().with(Span.wrap(parent)));
  }
}
