package com.partnerbridges.shared.signature;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves a PEM, or fails, or keeps its callers waiting; counts what it was asked for. */
final class KeyServer implements KeySource.Fetcher {

  private final AtomicInteger fetches = new AtomicInteger();
  private volatile CompletionStage<byte[]> answer;

  KeyServer publishing(Sender sender) {
    answer = CompletableFuture.completedStage(sender.pem());
    return this;
  }

  KeyServer away() {
    answer = CompletableFuture.failedStage(new IOException("connection refused"));
    return this;
  }

  /** Answers nothing until the returned future is completed. */
  CompletableFuture<byte[]> hang() {
    CompletableFuture<byte[]> pending = new CompletableFuture<>();
    answer = pending;
    return pending;
  }

  int fetches() {
    return fetches.get();
  }

  @Override
  public CompletionStage<byte[]> fetch() {
    fetches.incrementAndGet();
    return answer;
  }
}
