package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a process is ready, or says with the end of its log why it is not. */
final class Deadline {
  private static final Duration READY = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 50;
  private static final int LOG_LINES = 20;

  private Deadline() {}

  static void awaitReady(String name, Process process, Path log, BooleanSupplier ready) {
    long end = System.nanoTime() + READY.toNanos();
    while (!ready.getAsBoolean()) {
      if (exitsWithin(process, PAUSE_MILLIS) && !ready.getAsBoolean()) {
        throw new StackException(
            "%s ended with exit code %d while starting. %s"
                .formatted(name, process.exitValue(), tail(log)));
      }
      if (System.nanoTime() > end) {
        throw new StackException(
            "%s is not ready after %d s. %s".formatted(name, READY.toSeconds(), tail(log)));
      }
    }
  }

  static boolean exitsWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting for process " + process.pid(), e);
    }
  }

  /** The last lines of a log, with its name. */
  static String tail(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return "The end of " + log + ":\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "Its log " + log + " cannot be read.";
    }
  }
}
