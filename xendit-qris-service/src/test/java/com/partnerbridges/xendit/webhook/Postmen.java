package com.partnerbridges.xendit.webhook;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Deliver over HTTP, many at once, and look at each answer. */
final class Postmen {

  private static final int MANY = 32;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door;

  Postmen(URI door) {
    this.door = door;
  }

  /** What concerns one thing arrives in the order of the list; different things at once. */
  CompletableFuture<Void> deliverInTurn(List<Mail> mails) {
    return deliver(
        mails.stream()
            .collect(groupingBy(mail -> Math.floorMod(mail.letter().about().hashCode(), MANY)))
            .values());
  }

  /** Neighbours of the list at once. */
  CompletableFuture<Void> deliverAtOnce(List<Mail> mails) {
    AtomicInteger number = new AtomicInteger();
    return deliver(
        mails.stream().collect(groupingBy(mail -> number.getAndIncrement() % MANY)).values());
  }

  private CompletableFuture<Void> deliver(Collection<List<Mail>> rounds) {
    return CompletableFuture.allOf(
        rounds.stream().map(this::walk).toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> walk(List<Mail> round) {
    CompletableFuture<Void> walked = CompletableFuture.completedFuture(null);
    for (Mail mail : round) {
      walked = walked.thenCompose(before -> deliver(mail));
    }
    return walked;
  }

  private CompletableFuture<Void> deliver(Mail mail) {
    return http.sendAsync(mail.request(door), BodyHandlers.ofString())
        .thenAccept(
            answer ->
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(mail.expectedStatus()));
  }
}
