package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls xendit-qris-service as a kiosk does, and as the office that sets it up. */
final class Kiosk {
  private static final String TRANSACTIONS = "/api/v1/transactions";
  private final URI service;

  Kiosk(URI service) {
    this.service = service;
  }

  record Code(String transaction, String status, long amount, URI picture) {}

  /** The location of this name, made when there is none: data is kept between demonstrations. */
  long location(String name) {
    JsonNode found = get("/api/v1/locations?search=" + name, AtlasSandboxClient.STAFF).path("data");
    JsonNode location =
        found.isEmpty()
            ? post("/api/v1/locations", AtlasSandboxClient.ADMIN, Map.of("ml_name", name))
            : found.get(0);
    return location.path("ml_id").asLong();
  }

  Code create(long location, String email) {
    JsonNode transaction =
        ServiceCalls.json(
                body(
                        TRANSACTIONS,
                        AtlasSandboxClient.STAFF,
                        Map.of("location_id", location, "email", email))
                    .header("Idempotency-Key", UUID.randomUUID().toString()))
            .path("data");
    return new Code(
        transaction.path("tr_external_id").asText(),
        transaction.path("tr_status").asText(),
        transaction.path("tr_amount").asLong(),
        URI.create(transaction.path("tr_qris_url").asText()));
  }

  String status(String transaction) {
    return status(transaction, "");
  }

  /** Asks with {@code wait}, so that the answer comes with the change, until it is the expected. */
  String await(String transaction, String expected) {
    return Story.awaitStatus(expected, status(transaction), () -> status(transaction, "?wait=25"));
  }

  /** How many pictures the gallery has now. */
  int register(String transaction, List<String> pictures) {
    return post(
            TRANSACTIONS + "/" + transaction + "/photos",
            AtlasSandboxClient.STAFF,
            Map.of("urls", pictures))
        .path("photo_count")
        .asInt();
  }

  void sendGallery(String transaction) {
    post(TRANSACTIONS + "/" + transaction + "/photos/email", AtlasSandboxClient.STAFF, Map.of());
  }

  /** Why a person must look at it. */
  String attention(String transaction) {
    JsonNode items = get("/api/v1/attention", AtlasSandboxClient.ADMIN).path("data");
    for (JsonNode item : items) {
      if (transaction.equals(item.path("external_id").asText())) {
        return item.path("kind").asText() + ", Rp " + item.path("amount").asText();
      }
    }
    throw new IllegalStateException("Nobody is told to look at " + transaction);
  }

  /** The status of the refund. */
  String refund(String transaction) {
    return post(
            TRANSACTIONS + "/" + transaction + "/refund",
            AtlasSandboxClient.ADMIN,
            Map.of("reason", "Paid too late"))
        .path("status")
        .asText();
  }

  private String status(String transaction, String query) {
    return get(TRANSACTIONS + "/external/" + transaction + query, AtlasSandboxClient.STAFF)
        .path("data")
        .path("tr_status")
        .asText();
  }

  private JsonNode get(String path, String token) {
    return ServiceCalls.json(request(path, token).GET());
  }

  private JsonNode post(String path, String token, Map<String, Object> body) {
    return ServiceCalls.json(body(path, token, body)).path("data");
  }

  private HttpRequest.Builder body(String path, String token, Map<String, Object> body) {
    return request(path, token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
  }
}
