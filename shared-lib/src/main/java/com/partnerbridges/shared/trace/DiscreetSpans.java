package com.partnerbridges.shared.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Blanks whatever the framework tells of a request beyond a few harmless things: a path may have a
 * token or an order in it, a query a person, and an address is somebody's.
 */
@Singleton
public final class DiscreetSpans implements ExtendedSpanProcessor {

  private static final Set<String> TOLD =
      Set.of(
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "network.protocol.version",
          "url.scheme",
          "error.type",
          "partner",
          "operation",
          Spans.OUTCOME,
          "statement");

  @Override
  public boolean isOnEndingRequired() {
    return true;
  }

  @Override
  public void onEnding(ReadWriteSpan span) {
    span.getAttributes().asMap().keySet().stream()
        .filter(key -> !TOLD.contains(key.getKey()))
        .forEach(key -> blank(span, key));
  }

  private static void blank(ReadWriteSpan span, AttributeKey<?> key) {
    if (key.getType() == AttributeType.LONG) {
      span.setAttribute(AttributeKey.longKey(key.getKey()), 0L);
    } else { // of whatever type it was
      span.setAttribute(key.getKey(), "");
    }
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
