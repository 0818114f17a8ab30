package com.partnerbridges.iiko.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.shared.credentials.Keyset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * The mounted file with the keyset. What is wrong with it is told without a word of its content.
 */
final class KeyFile {

  private static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  /**
   * What tells one state of the file from another.
   *
   * @param file changes when another file takes its place, as mounted secrets do
   */
  record Version(Instant modified, long size, Object file) {

    private static final Version NONE = new Version(Instant.EPOCH, 0, null);

    static Version of(Path path) {
      try {
        BasicFileAttributes it = Files.readAttributes(path, BasicFileAttributes.class);
        return new Version(it.lastModifiedTime().toInstant(), it.size(), it.fileKey());
      } catch (IOException missing) {
        return NONE;
      }
    }
  }

  /**
   * @throws IllegalArgumentException when there is no keyset in it
   */
  static Keyset read(Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException("The file is longer than " + LARGEST + " bytes");
      }
      return Keyset.parse(new String(bytes, UTF_8).strip());
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException("There is no such file");
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "The file cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }
}
