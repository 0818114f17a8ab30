package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls of a service that must go well. */
final class ServiceCalls {
  /** Longer than a service holds a question open. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private ServiceCalls() {}

  static JsonNode json(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8)));
      }
      return answer.body().length == 0 ? MissingNode.getInstance() : Json.tree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
