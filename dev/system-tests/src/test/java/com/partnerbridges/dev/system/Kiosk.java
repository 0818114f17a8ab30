package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A kiosk at one instance of xendit-qris-service. */
final class Kiosk {

  private static final String TRANSACTIONS = "/api/v1/transactions";

  private final URI service;

  Kiosk(URI service) {
    this.service = service;
  }

  /** A place for kiosks. */
  long newLocation() {
    return post("/api/v1/locations", AtlasSandboxClient.ADMIN, Map.of("ml_name", newKey()))
        .join()
        .json()
        .path("data")
        .path("ml_id")
        .asLong();
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  CompletableFuture<Http.Answer> create(long location, String key) {
    return create(location, key, AtlasSandboxClient.STAFF);
  }

  CompletableFuture<Http.Answer> create(long location, String key, String token) {
    return Http.send(
        body(TRANSACTIONS, token, Map.of("location_id", location))
            .header("Idempotency-Key", key)
            .build());
  }

  /** The references of so many transactions that wait to be paid. */
  List<String> createMany(int count) {
    long location = newLocation();
    return Http.all(IntStream.range(0, count).mapToObj(i -> create(location, newKey()))).stream()
        .map(Kiosk::reference)
        .toList();
  }

  /** The transaction that an answer is about, be it good or bad. */
  static String reference(Http.Answer answer) {
    return Stream.of("data", "details")
        .map(part -> answer.json().path(part).path("tr_external_id"))
        .filter(field -> field.isTextual())
        .map(field -> field.asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("names no transaction: " + answer));
  }

  String status(String reference) {
    return statusOf(ask(reference, 0).join());
  }

  static String statusOf(Http.Answer answer) {
    return answer.json().path("data").path("tr_status").asText();
  }

  CompletableFuture<Http.Answer> ask(String reference, int wait) {
    return Http.send(question(reference, wait));
  }

  HttpRequest question(String reference, int wait) {
    return request(TRANSACTIONS + "/external/" + reference + "?wait=" + wait).GET().build();
  }

  Http.Answer register(String reference, String picture) {
    return post(photos(reference), AtlasSandboxClient.STAFF, Map.of("urls", List.of(picture)))
        .join();
  }

  CompletableFuture<Http.Answer> sendGallery(String reference, String email) {
    return post(photos(reference) + "/email", AtlasSandboxClient.STAFF, Map.of("email", email));
  }

  private static String photos(String reference) {
    return TRANSACTIONS + "/" + reference + "/photos";
  }

  private CompletableFuture<Http.Answer> post(String path, String token, Map<String, ?> body) {
    return Http.send(body(path, token, body).build());
  }

  private HttpRequest.Builder body(String path, String token, Map<String, ?> body) {
    return request(path)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(60));
  }
}
