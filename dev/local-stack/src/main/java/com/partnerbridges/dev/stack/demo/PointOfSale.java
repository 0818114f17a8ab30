package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.stack.LocalKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls iute-service as a point of sale does. */
final class PointOfSale {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;

  PointOfSale(URI service) {
    this.service = service;
  }

  record Change(Instant at, String from, String to, String cause) {}

  record Payment(String status, List<Change> history) {}

  /** The status in the answer. */
  String create(String orderId) {
    byte[] body =
        Json.bytes(
            Map.of(
                "orderId", orderId,
                "amount", 100,
                "currency", "EUR",
                "customerPhone", "+355691234567",
                "salesmanIdentifier", "salesman-7"));
    return call(request("/create_iute_payment")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
        .path("payment_status")
        .asText();
  }

  /** Asks with {@code wait}, so that the answer comes with the change, until it is the expected. */
  String await(String orderId, String expected) {
    Instant end = Instant.now().plus(PATIENCE);
    String status = payment(orderId).status();
    while (!status.equals(expected) && Instant.now().isBefore(end)) {
      status = payment(orderId, "?wait=25").status();
    }
    Story.require(expected, status);
    return status;
  }

  Payment payment(String orderId) {
    return payment(orderId, "");
  }

  private Payment payment(String orderId, String query) {
    JsonNode answer = call(request("/payment_status/" + orderId + query).GET());
    List<Change> history = new ArrayList<>();
    for (JsonNode change : answer.path("history")) {
      history.add(
          new Change(
              Instant.parse(change.path("at").asText()),
              change.path("from").asText(null),
              change.path("to").asText(),
              change.path("cause").asText()));
    }
    return new Payment(answer.path("status").asText(), history);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .header("X-API-Key", LocalKey.POS.key())
        .timeout(PATIENCE);
  }

  private JsonNode call(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    answer.statusCode(),
                    new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
      }
      return Json.tree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
