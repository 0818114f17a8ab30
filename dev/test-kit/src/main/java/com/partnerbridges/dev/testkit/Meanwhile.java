package com.partnerbridges.dev.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What goes on at the same time, each in a thread of its own however few processors there are. */
public final class Meanwhile {

  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "meanwhile");
            thread.setDaemon(true);
            return thread;
          });

  private Meanwhile() {}

  public static <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, THREADS);
  }

  public static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, THREADS);
  }
}
