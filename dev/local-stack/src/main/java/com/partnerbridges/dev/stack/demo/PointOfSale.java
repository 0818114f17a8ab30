package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.stack.LocalKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls iute-service as a point of sale does. */
final class PointOfSale {
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
    return ServiceCalls.json(
            request("/create_iute_payment")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
        .path("payment_status")
        .asText();
  }

  /** Asks with {@code wait}, so that the answer comes with the change, until it is the expected. */
  String await(String orderId, String expected) {
    return Story.awaitStatus(
        expected, payment(orderId).status(), () -> payment(orderId, "?wait=25").status());
  }

  Payment payment(String orderId) {
    return payment(orderId, "");
  }

  private Payment payment(String orderId, String query) {
    JsonNode answer = ServiceCalls.json(request("/payment_status/" + orderId + query).GET());
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
    return HttpRequest.newBuilder(service.resolve(path)).header("X-API-Key", LocalKey.POS.key());
  }
}
