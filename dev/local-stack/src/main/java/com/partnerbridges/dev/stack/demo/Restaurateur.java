package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls iiko-sync-service as an account's admin does. */
final class Restaurateur {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final String base;
  private final String token;

  Restaurateur(URI service, String account, String token) {
    this.base = service + "/api/v1/accounts/" + account + "/integrations/iiko";
    this.token = token;
  }

  /** What a run did about one entity. */
  record Part(
      String entity,
      long seen,
      long created,
      long updated,
      long unchanged,
      long gone,
      long failed) {

    static Part of(JsonNode part) {
      JsonNode counts = part.path("counts");
      return new Part(
          part.path("entity_type").asText(),
          counts.path("seen").asLong(),
          counts.path("created").asLong(),
          counts.path("updated").asLong(),
          counts.path("unchanged").asLong(),
          counts.path("gone").asLong(),
          counts.path("failed").asLong());
    }
  }

  record Run(long id, String state, String error, List<Part> parts) {
    private static final List<String> UNDER_WAY = List.of("QUEUED", "RUNNING");

    static Run of(JsonNode run) {
      List<Part> parts = new ArrayList<>();
      run.path("parts").forEach(part -> parts.add(Part.of(part)));
      String error = run.path("error").asText("");
      return new Run(run.path("id").asLong(), run.path("state").asText(), error, parts);
    }

    boolean hasEnded() {
      return !UNDER_WAY.contains(state);
    }
  }

  void connect(IikoSandboxClient server) {
    post(
        "/connect",
        Map.of(
            "base_url",
            server.baseUrl().toString(),
            "username",
            IikoSandboxClient.USERNAME,
            "password",
            IikoSandboxClient.PASSWORD));
  }

  void disconnect() {
    ServiceCalls.json(request("/connect").DELETE());
  }

  /** The run that connecting the account began. */
  Run firstRun() {
    return Run.of(get("/runs").path("items").path(0));
  }

  Run syncAll() {
    return Run.of(post("/sync/all", Map.of()));
  }

  /** The same run when it has come to its end. */
  Run awaitEnd(Run run) {
    return ControlHttp.await(
        "end of the run",
        PATIENCE,
        () -> Optional.of(Run.of(get("/runs/" + run.id()))).filter(Run::hasEnded));
  }

  /** How many records of an entity are here. */
  int count(String entity) {
    return get("/" + entity + "?limit=500").path("items").size();
  }

  JsonNode invoice(String id) {
    return get("/invoices/" + id);
  }

  private JsonNode get(String path) {
    return ServiceCalls.json(request(path).GET());
  }

  private JsonNode post(String path, Object body) {
    return ServiceCalls.json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }
}
