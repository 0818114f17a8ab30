package com.partnerbridges.utopia.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** The file with the office's own template, and the one that the service brings. */
final class TicketFile {

  private static final int LARGEST = 64 * 1024;
  private static final String DEFAULT = "templates/ticket/description.html";

  private TicketFile() {}

  /**
   * What tells one state of the file from another.
   *
   * @param file changes when another file takes its place
   */
  record Version(Instant modified, long size, Object file) {

    static final Version NONE = new Version(Instant.EPOCH, 0, null);

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
   * @throws BrokenTemplate when there is no such text
   */
  static String read(Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new BrokenTemplate("it is longer than " + LARGEST + " bytes");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException missing) {
      throw new BrokenTemplate("there is no such file");
    } catch (CharacterCodingException malformed) {
      throw new BrokenTemplate("it is not text in UTF-8");
    } catch (IOException unreadable) {
      throw new BrokenTemplate("it cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }

  static String readDefault() {
    try (InputStream text = TicketFile.class.getClassLoader().getResourceAsStream(DEFAULT)) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException ourOwn) {
      throw new UncheckedIOException(ourOwn);
    }
  }
}
