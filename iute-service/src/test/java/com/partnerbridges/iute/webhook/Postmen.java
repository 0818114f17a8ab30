package com.partnerbridges.iute.webhook;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Deliver over HTTP, many at once, and look at each answer. */
final class Postmen implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService postmen;
  private final String service;
  private final int number;

  Postmen(int number, String service) {
    this.postmen = Executors.newFixedThreadPool(number);
    this.number = number;
    this.service = service;
  }

  /** What concerns one order arrives in the order of the list; different orders at once. */
  void deliverEachOrderInTurn(List<SignedLetter> letters) {
    all(
        letters.stream()
            .collect(groupingBy(it -> Math.floorMod(it.letter().subject().hashCode(), number)))
            .values()
            .stream()
            .map(round -> work(() -> round.forEach(this::deliver))));
  }

  void deliverAllAtOnce(List<SignedLetter> letters) {
    all(letters.stream().map(letter -> work(() -> deliver(letter))));
  }

  @Override
  public void close() {
    postmen.shutdownNow();
  }

  private void deliver(SignedLetter letter) {
    try {
      HttpResponse<String> answer = http.send(letter.request(service), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(letter.genuine() ? 200 : 400);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private CompletableFuture<Void> work(Runnable work) {
    return CompletableFuture.runAsync(work, postmen);
  }

  private static void all(Stream<CompletableFuture<Void>> works) {
    CompletableFuture.allOf(works.toArray(CompletableFuture[]::new)).join();
  }
}
