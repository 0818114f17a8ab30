package com.partnerbridges.shared.signature;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the same call on many threads at one moment. */
final class Together {

  private Together() {}

  /** Returns when every call has returned; the stages they returned may still be open. */
  static <T> List<CompletableFuture<T>> call(int times, Supplier<CompletionStage<T>> call) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      CountDownLatch ready = new CountDownLatch(times);
      List<CompletableFuture<CompletionStage<T>>> calls =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> after(ready, call), threads))
              .limit(times)
              .toList();
      return calls.stream().map(started -> started.join().toCompletableFuture()).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T after(CountDownLatch ready, Supplier<T> call) {
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return call.get();
  }
}
