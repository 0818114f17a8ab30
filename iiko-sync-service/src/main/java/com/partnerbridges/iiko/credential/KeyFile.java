package com.partnerbridges.iiko.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.shared.credentials.Keyset;
import com.partnerbridges.shared.signature.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The mounted file with the keyset. What is wrong with it is told without a word of its content.
 */
final class KeyFile {

  private static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  /**
   * What tells one content from another. Its time and size would not: moving the star leaves the
   * size, and not every mount of secrets has times.
   */
  static String fingerprint(Path path) {
    try {
      return HexFormat.of().formatHex(Sha256.digest(bytes(path)));
    } catch (IOException missing) {
      return "";
    }
  }

  /**
   * @throws IllegalArgumentException when there is no keyset in it
   */
  static Keyset read(Path path) {
    try {
      byte[] bytes = bytes(path);
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

  /** One more than there may be, if there are more. */
  private static byte[] bytes(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(LARGEST + 1);
    }
  }
}
