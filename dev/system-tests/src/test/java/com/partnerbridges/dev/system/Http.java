package com.partnerbridges.dev.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls of services that may not answer. */
final class Http {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private Http() {}

  /** Status 0 means that no answer came. */
  record Answer(int status, HttpHeaders headers, JsonNode json) {}

  static CompletableFuture<Answer> send(HttpRequest request) {
    return HTTP.sendAsync(request, BodyHandlers.ofByteArray())
        .thenApply(Http::answer)
        .exceptionally(noAnswer -> new Answer(0, NONE, null));
  }

  /** The answers to requests that are all sent at once. */
  static List<Answer> sendAll(List<HttpRequest> requests) {
    return all(requests.stream().map(Http::send));
  }

  /** Everything is sent before the first answer is waited for. */
  static List<Answer> all(Stream<CompletableFuture<Answer>> sent) {
    return sent.toList().stream().map(CompletableFuture::join).toList();
  }

  static HttpResponse<String> get(URI address) {
    try {
      return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(),
        response.headers(),
        response.body().length == 0 ? null : Json.tree(response.body()));
  }
}
