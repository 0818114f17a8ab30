package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {
  @TempDir Path folder;

  @Test
  void secondStackInTheSameDirectoryIsRefused() {
    try (StackDirectory first = new StackDirectory(folder)) {
      assertThatThrownBy(() -> new StackDirectory(first.path()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("already running");
    }
  }

  @Test
  void directoryIsFreeAgainWhenItsStackIsClosed() {
    new StackDirectory(folder).close();

    try (StackDirectory second = new StackDirectory(folder)) {
      assertThat(second.path()).isEqualTo(folder);
    }
  }

  @Test
  void whatALinkPointsToSurvivesTheDeletionOfTheLink() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path file = Files.createFile(outside.resolve("file"));
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), outside);

    StackDirectory.deleteRecursively(inside);

    assertThat(inside).doesNotExist();
    assertThat(file).exists();
  }
}
