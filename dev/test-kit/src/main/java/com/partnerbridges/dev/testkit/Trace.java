package com.partnerbridges.dev.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.TraceCollector.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A trace that a caller has begun, and what {@link TraceCollector} is told of it. */
public record Trace(String id) {

  /** The caller's own span. */
  public static final String CALLER = "b7ad6b7169203331";

  public static Trace begun() {
    byte[] id = new byte[16];
    new Random().nextBytes(id);
    return new Trace(HexFormat.of().formatHex(id));
  }

  /** What the caller sends as {@code traceparent}. */
  public String parent() {
    return "00-" + id + "-" + CALLER + "-01";
  }

  /** All of this name that are there by now. */
  public List<Span> spans(String name) {
    return TraceCollector.spans().stream()
        .filter(span -> span.trace().equals(id) && span.name().equals(name))
        .toList();
  }

  /** For the calls that partners had. */
  public void assertUnknownTo(Stream<?> calls) {
    assertThat(calls)
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(call.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("traceparent", id));
  }

  /** The first span of this name, once it is there. */
  public Span await(String name) {
    return TraceCollector.await(
        name + " in " + id, span -> span.trace().equals(id) && span.name().equals(name));
  }

  /** The same, below another. */
  public Span await(String name, Span parent) {
    return TraceCollector.await(
        name + " of " + parent,
        span -> span.parent().equals(parent.id()) && span.name().equals(name));
  }
}
