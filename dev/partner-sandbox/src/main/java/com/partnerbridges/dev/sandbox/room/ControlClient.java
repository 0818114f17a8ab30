package com.partnerbridges.dev.sandbox.room;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the control API offers for every partner. Calls block and throw when refused. */
public abstract class ControlClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI sandbox;
  private final String base;

  protected ControlClient(URI sandboxUrl, String partner) {
    this.sandbox = sandboxUrl;
    this.base = "/control/" + partner;
  }

  /** This partner forgets everything; its keys and tokens stay. */
  public void reset() {
    post("/reset", Map.of());
  }

  /** Until cleared, or for {@link Fault#times()} calls; {@link Faults#ALL} for every operation. */
  public void setFault(String operation, Fault fault) {
    put("/faults/" + encoded(operation), fault);
  }

  public void clearFault(String operation) {
    exchange("DELETE", base + "/faults/" + encoded(operation), null);
  }

  public void clearFaults() {
    exchange("DELETE", base + "/faults", null);
  }

  public Map<String, Fault> faults() {
    return Json.read(get("/faults"), new TypeReference<>() {});
  }

  /** The last calls that the partner received, newest first. */
  public List<RecordedCall> calls() {
    return Json.read(get("/calls?limit=1000"), new TypeReference<>() {});
  }

  public List<RecordedCall> calls(String operation) {
    return Json.read(
        get("/calls?limit=1000&operation=" + encoded(operation)), new TypeReference<>() {});
  }

  public Counter counter(String operation) {
    Map<String, Counter> counters = Json.read(get("/counters"), new TypeReference<>() {});
    return counters.get(operation);
  }

  /** The last webhook deliveries, newest first. */
  public List<Delivery> deliveries() {
    return Json.read(get("/deliveries?limit=1000"), new TypeReference<>() {});
  }

  public List<Delivery> deliveries(String reference) {
    return Json.read(
        get("/deliveries?limit=1000&reference=" + encoded(reference)), new TypeReference<>() {});
  }

  public List<Delivery> awaitDeliveries(
      String reference, Predicate<List<Delivery>> wanted, Duration timeout) {
    return await(
        "deliveries of " + reference,
        timeout,
        () -> Optional.of(deliveries(reference)).filter(wanted));
  }

  public List<RecordedCall> awaitCalls(String operation, int atLeast, Duration timeout) {
    return await(
        atLeast + " calls of " + operation,
        timeout,
        () -> Optional.of(calls(operation)).filter(calls -> calls.size() >= atLeast));
  }

  protected final byte[] get(String path) {
    return exchange("GET", base + path, null);
  }

  protected final byte[] post(String path, Object body) {
    return exchange("POST", base + path, body);
  }

  protected final byte[] put(String path, Object body) {
    return exchange("PUT", base + path, body);
  }

  protected static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Asks again and again until there is an answer. */
  protected static <T> T await(String what, Duration timeout, Supplier<Optional<T>> question) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("No " + what + " after " + timeout);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private byte[] exchange(String method, String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(
                    method,
                    path,
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8)));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException("Sandbox did not answer " + method + " " + path, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted", e);
  }
}
