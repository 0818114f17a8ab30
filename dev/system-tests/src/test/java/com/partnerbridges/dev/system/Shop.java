package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A point of sale at one instance of iute-service. */
final class Shop {

  private final URI service;

  Shop(URI service) {
    this.service = service;
  }

  static String newOrderId() {
    return "order-" + UUID.randomUUID();
  }

  Http.Answer create(String orderId) {
    return createLater(orderId).join();
  }

  CompletableFuture<Http.Answer> createLater(String orderId) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("orderId", orderId);
    wish.put("amount", 100);
    wish.put("currency", "EUR");
    wish.put("customerPhone", "+355691234567");
    wish.put("salesmanIdentifier", "salesman-7");
    return Http.send(
        request("/create_iute_payment", "pos-local-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(wish)))
            .build());
  }

  Http.Answer status(String orderId) {
    return statusLater(orderId, 0).join();
  }

  CompletableFuture<Http.Answer> statusLater(String orderId, int wait) {
    return Http.send(
        request("/payment_status/" + orderId + "?wait=" + wait, "pos-local-key").GET().build());
  }

  private HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("X-API-Key", key);
  }
}
