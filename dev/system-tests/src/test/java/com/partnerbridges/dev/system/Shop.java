package com.partnerbridges.dev.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A point of sale at one instance of iute-service. */
final class Shop {

  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Status 0 means that no answer came. */
  record Answer(int status, JsonNode json) {}

  private final URI service;

  Shop(URI service) {
    this.service = service;
  }

  static String newOrderId() {
    return "order-" + UUID.randomUUID();
  }

  Answer create(String orderId) {
    return createLater(orderId).join();
  }

  CompletableFuture<Answer> createLater(String orderId) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("orderId", orderId);
    wish.put("amount", 100);
    wish.put("currency", "EUR");
    wish.put("customerPhone", "+355691234567");
    wish.put("salesmanIdentifier", "salesman-7");
    return send(
        request("/create_iute_payment", "pos-local-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(wish)))
            .build());
  }

  Answer status(String orderId) {
    return statusLater(orderId, 0).join();
  }

  CompletableFuture<Answer> statusLater(String orderId, int wait) {
    return send(
        request("/payment_status/" + orderId + "?wait=" + wait, "pos-local-key").GET().build());
  }

  private HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("X-API-Key", key);
  }

  static CompletableFuture<Answer> send(HttpRequest request) {
    return HTTP.sendAsync(request, BodyHandlers.ofByteArray())
        .thenApply(Shop::answer)
        .exceptionally(noAnswer -> new Answer(0, null));
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(), response.body().length == 0 ? null : Json.tree(response.body()));
  }

  static HttpResponse<String> get(URI address) {
    try {
      return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
