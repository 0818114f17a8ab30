package com.partnerbridges.dev.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A collector of traces on loopback, for a service whose log has the form that goes with it. Reads
 * OTLP by its field numbers.
 */
public final class TraceCollector implements QuarkusTestResourceLifecycleManager {

  public record Span(String trace, String id, String parent, String name) {}

  /** The database takes any; this one is to be found nowhere. */
  public static final String DATABASE_PASSWORD = "canary-of-the-database";

  private static final Duration LATEST = Duration.ofSeconds(10);

  private static final List<Span> SPANS = new CopyOnWriteArrayList<>();
  private static final ByteArrayOutputStream RECEIVED = new ByteArrayOutputStream();

  private HttpServer server;

  /** The first span of this name that began its trace. */
  public static Span await(String name) {
    return await(name, span -> span.name().equals(name) && span.parent().isEmpty());
  }

  static List<Span> spans() {
    return List.copyOf(SPANS);
  }

  static Span await(String what, Predicate<Span> wanted) {
    long end = System.nanoTime() + LATEST.toNanos();
    Optional<Span> answer = find(wanted);
    while (answer.isEmpty()) {
      assertThat(System.nanoTime()).as("%s; spans so far: %s", what, SPANS).isLessThan(end);
      Thread.onSpinWait();
      answer = find(wanted);
    }
    return answer.get();
  }

  private static Optional<Span> find(Predicate<Span> wanted) {
    return SPANS.stream().filter(wanted).findFirst();
  }

  /** Every byte, as text that shows the readable ones. */
  public static String received() {
    synchronized (RECEIVED) {
      return RECEIVED.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          synchronized (RECEIVED) {
            RECEIVED.write(body);
          }
          read(body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.bsp.schedule.delay",
        "PT0.05S",
        "quarkus.log.console.json.enabled",
        "true",
        "DB_PASSWORD",
        DATABASE_PASSWORD);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void read(byte[] request) throws IOException {
    within(UnknownFieldSet.parseFrom(request), 1) // of each resource
        .flatMap(resource -> within(resource, 2)) // of each scope
        .flatMap(scope -> within(scope, 2))
        .map(
            span ->
                new Span(hex(span, 1), hex(span, 2), hex(span, 4), bytes(span, 5).toStringUtf8()))
        .forEach(SPANS::add);
  }

  private static Stream<UnknownFieldSet> within(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream().map(TraceCollector::parsed);
  }

  private static UnknownFieldSet parsed(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(UnknownFieldSet span, int field) {
    return HexFormat.of().formatHex(bytes(span, field).toByteArray());
  }

  private static ByteString bytes(UnknownFieldSet span, int field) {
    return span.getField(field).getLengthDelimitedList().stream()
        .findFirst()
        .orElse(ByteString.EMPTY);
  }
}
