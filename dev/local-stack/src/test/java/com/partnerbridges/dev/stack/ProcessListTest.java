package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessListTest {
  private static final String MARK = "the-mark-of-this-stack";

  @TempDir Path folder;
  private Process process;

  @AfterEach
  void endProcess() {
    if (process != null) {
      ProcessList.end(process.toHandle());
    }
  }

  @Test
  void leftoverOfAnEarlierStackIsEndedWithItsChildren() throws Exception {
    process = new ProcessBuilder("sh", "-c", "sleep 60 & wait", MARK).start();
    list().add(process.pid());
    ProcessHandle child = awaitChild();

    int ended = list().endLeftovers();

    assertThat(ended).isEqualTo(1);
    assertThat(process.isAlive()).isFalse();
    child.onExit().join();
    assertThat(folder.resolve("processes")).doesNotExist();
  }

  @Test
  void processOfSomebodyElseWithTheSameIdIsLeftAlone() throws Exception {
    process = new ProcessBuilder("sleep", "60").start();
    list().add(process.pid());

    int ended = list().endLeftovers();

    assertThat(ended).isZero();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void brokenListAndEndedProcessesAreNoObstacle() throws Exception {
    process = new ProcessBuilder("true").start();
    process.waitFor();
    Files.writeString(folder.resolve("processes"), process.pid() + "\n\nnonsense\n-1\n12");

    int ended = list().endLeftovers();

    assertThat(ended).isZero();
  }

  private ProcessList list() {
    return new ProcessList(folder.resolve("processes"), MARK);
  }

  private ProcessHandle awaitChild() throws IOException {
    while (true) {
      var child = process.descendants().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      assertThat(process.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }
}
