package com.partnerbridges.dev.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code dev/up} was asked for. */
record UpArguments(
    Path root,
    boolean demo,
    boolean fresh,
    int instances,
    int portOffset,
    Set<String> executables,
    Optional<String> images,
    boolean prometheus) {
  private static final int MOST_INSTANCES = 20;

  /**
   * @throws StackException naming the argument that is wrong
   */
  static UpArguments parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    Path root = Path.of("");
    boolean demo = false;
    boolean fresh = false;
    int instances = 1;
    int portOffset = 0;
    Set<String> executables = Set.of();
    Optional<String> images = Optional.empty();
    boolean prometheus = false;
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      switch (argument) {
        case "--root" -> root = Path.of(value(argument, rest));
        case "--demo" -> demo = true;
        case "--fresh" -> fresh = true;
        case "--instances" -> instances = number(argument, rest, 1, MOST_INSTANCES);
        case "--port-offset" -> portOffset = number(argument, rest, 0, StackPorts.MOST_OFFSET);
        case "--native" -> executables = Packages.names(value(argument, rest));
        case "--images" -> images = Optional.of(value(argument, rest));
        case "--prometheus" -> prometheus = true;
        default -> throw new StackException("Unknown option " + argument + ". Try --help.");
      }
    }
    return new UpArguments(
        root, demo, fresh, instances, portOffset, executables, images, prometheus);
  }

  /** Stacks on other ports have their own data, logs and processes. */
  StackOptions stack() {
    Path home = root.resolve("dev/.local-stack");
    return new StackOptions(
            new Packages(root, executables, images),
            portOffset == 0 ? home : home.resolve("offset-" + portOffset),
            StackPorts.offset(portOffset),
            instances,
            fresh,
            ServiceSpec.names(),
            demo ? impatient() : Map.of(),
            StackOptions.USUAL_HEAP,
            prometheus)
        .withSetting("LOG_FORMAT", "text"); // for people to read
  }

  /** Nobody wants to watch a demonstration wait for fifteen minutes. */
  private static Map<String, String> impatient() {
    return Map.of(
        "RECONCILE_AFTER", "2s",
        "DUE_WORK_INTERVAL", "1s",
        "QRIS_EXPIRY", "8s",
        "EXPIRY_GRACE", "1s");
  }

  private static int number(String option, Deque<String> rest, int least, int most) {
    String value = value(option, rest);
    if (value.matches("\\d{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new StackException("%s is a number from %d to %d.".formatted(option, least, most));
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new StackException(option + " wants a value.");
    }
    return rest.pop();
  }
}
