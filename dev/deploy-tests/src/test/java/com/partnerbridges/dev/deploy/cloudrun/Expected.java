package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Command lines that were read and found right. {@code -Dexpected.write=true} writes those of now;
 * the difference is to be read before it is committed.
 */
final class Expected {

  private static final Path FOLDER = Path.of("src/test/resources/expected");

  private Expected() {}

  static void assertAsExpected(String name, List<String> lines) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("expected.write")) {
      Files.createDirectories(FOLDER);
      Files.write(file, lines);
    }
    assertThat(lines).as("commands, against %s", file).isEqualTo(Files.readAllLines(file));
  }
}
