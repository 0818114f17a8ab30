package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.util.List;

/** What a process can be told. */
enum Signal {
  INT,
  STOP,
  CONT,
  KILL;

  void to(List<ProcessHandle> processes) {
    for (ProcessHandle process : processes) {
      to(process);
    }
  }

  /** One that has ended in the meantime is no error. */
  void to(ProcessHandle process) {
    if (!process.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new StackException("Cannot send a signal to process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
