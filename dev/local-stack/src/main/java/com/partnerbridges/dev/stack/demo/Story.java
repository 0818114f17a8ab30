package com.partnerbridges.dev.stack.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a story is told on the console. */
final class Story {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private Story() {}

  static void begin(String title) {
    System.out.println("\n" + title);
  }

  static void step(String who, String what) {
    System.out.printf(Locale.ROOT, "  %-14s %s%n", who, what);
  }

  static void state(String who, String what, String state) {
    System.out.printf(Locale.ROOT, "  %-14s %-46s => %s%n", who, what, state);
  }

  static void history(Instant at, String from, String to, String cause) {
    System.out.printf(
        Locale.ROOT,
        "  %-14s %s  %-12s -> %-12s %s%n",
        "history",
        TIME.format(at),
        from == null ? "" : from,
        to,
        cause);
  }

  static void require(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("Expected " + expected + ", but it is " + actual);
    }
  }
}
