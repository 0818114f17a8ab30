package com.partnerbridges.iiko.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  private static final FileTime ALWAYS = FileTime.fromMillis(0);

  @TempDir Path folder;

  @Test
  void aMovedStarIsSeenThoughTheFileHasTheSameSizeAndTime() throws IOException {
    String before = KeyFile.fingerprint(file("*a:1,b:2"));
    String after = KeyFile.fingerprint(file("a:1,*b:2"));

    assertThat(after).isNotEqualTo(before);
    assertThat(KeyFile.fingerprint(file("a:1,*b:2"))).isEqualTo(after);
  }

  private Path file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), content);
    return Files.setLastModifiedTime(file, ALWAYS);
  }
}
