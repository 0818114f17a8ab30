package com.partnerbridges.dev.sandbox.room;

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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls the control API from plain Java. Calls block, and throw when they are refused. */
public final class ControlHttp {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI sandbox;

  public ControlHttp(URI sandboxUrl) {
    this.sandbox = sandboxUrl;
  }

  /**
   * @param body null for none
   * @throws NoSuchElementException when the answer is 404
   * @throws IllegalStateException when the answer is anything else but 200
   */
  public byte[] call(String method, String path, Object body) {
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
      if (response.statusCode() == 404) {
        throw new NoSuchElementException(method + " " + path);
      }
      if (response.statusCode() != 200) {
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        throw new IllegalStateException(
            "%s %s: %d %s".formatted(method, path, response.statusCode(), answer));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException("Sandbox did not answer " + method + " " + path, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Asks again and again until there is an answer.
   *
   * @throws AssertionError when there is none in time
   */
  public static <T> T await(String what, Duration timeout, Supplier<Optional<T>> question) {
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

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted", e);
  }
}
