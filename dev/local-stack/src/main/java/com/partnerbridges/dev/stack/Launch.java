package com.partnerbridges.dev.stack;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a process of the stack: its own session, its own environment, its output in a log. */
final class Launch {
  /** All that a process gets to know of the developer's environment. */
  private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR", "TZ");

  private static final boolean SETSID =
      Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

  private Launch() {}

  /** PostgreSQL refuses root; as root it runs in a user namespace in which it is nobody. */
  static Process unprivileged(List<String> command, Path log) {
    List<String> whole = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    return start(whole, Map.of(), log);
  }

  /**
   * In a session of its own, because Ctrl-C reaches every process of the terminal's session at
   * once: the stack ends its processes itself, in their order.
   */
  static Process start(List<String> command, Map<String, String> environment, Path log) {
    List<String> whole = new ArrayList<>();
    if (SETSID) {
      whole.add("setsid");
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new StackException("Cannot start " + command.get(0), e);
    }
  }
}
