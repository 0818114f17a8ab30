package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a stack keeps everything, held by a lock that the system releases with the process. Logs
 * are of the last run only.
 */
final class StackDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  StackDirectory(Path path) {
    this.path = path;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StackException(
            "This stack is already running (it holds " + path.resolve("lock") + ").");
      }
      deleteRecursively(path.resolve("logs"));
      Files.createDirectory(path.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use " + path, e);
    }
  }

  Path path() {
    return path;
  }

  Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  Path database() {
    return path.resolve("postgres");
  }

  /** Where the certificate of the sandbox is kept; another one at each start. */
  Path certificate(String pem) {
    try {
      return Files.writeString(path.resolve("sandbox.pem"), pem);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the sandbox's certificate", e);
    }
  }

  /** No link is followed, and nothing outside of the given folder is touched. */
  static void deleteRecursively(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release " + path, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
