package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The file with the ids of all processes that a stack has started, so that the stack after one that
 * was killed can end what that one left behind.
 */
final class ProcessList {
  private static final int PATIENCE_SECONDS = 3;

  private final Path file;

  /** What the command line of every process of this stack contains. */
  private final String mark;

  ProcessList(Path file, String mark) {
    this.file = file;
    this.mark = mark;
  }

  synchronized void add(long pid) {
    try {
      Files.writeString(file, pid + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /**
   * Ends, with all their children, the listed processes that are ours, and empties the list. An id
   * that belongs to somebody else by now is left alone.
   *
   * @return how many there were
   */
  synchronized int endLeftovers() {
    try {
      if (!Files.exists(file)) {
        return 0;
      }
      List<ProcessHandle> ours;
      try (Stream<String> lines = Files.lines(file)) {
        ours = lines.map(this::ours).flatMap(Optional::stream).toList();
      }
      ours.forEach(ProcessList::end);
      Files.delete(file);
      return ours.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private Optional<ProcessHandle> ours(String line) {
    return Optional.of(line)
        .filter(text -> text.matches("\\d{1,9}"))
        .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
        .filter(process -> process.info().commandLine().orElse("").contains(mark));
  }

  /** Kills a process and all its children, and waits until they are gone. */
  static void end(ProcessHandle process) {
    List<ProcessHandle> family = family(process);
    Signal.KILL.to(family);
    family.forEach(ProcessList::awaitEnd);
  }

  static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  /** Not for ever: where nobody reaps orphans, an ended one still counts as there. */
  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // what it still holds will be named when it is asked for
    }
  }
}
