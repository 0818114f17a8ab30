package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.room.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a story is told on the console. */
final class Story {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
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

  /**
   * Asks until the status is the expected one.
   *
   * @param ask a question that is held open until the status changes
   */
  static String awaitStatus(String expected, String first, Supplier<String> ask) {
    Instant end = Instant.now().plus(PATIENCE);
    String status = first;
    while (!status.equals(expected) && Instant.now().isBefore(end)) {
      status = ask.get();
    }
    require(expected, status);
    return status;
  }

  /** What was done about webhooks, and how they were answered. */
  static void told(String who, String what, List<Delivery> deliveries) {
    String answers = deliveries.stream().map(Story::answer).collect(Collectors.joining(", "));
    step(who, what + " is answered with " + answers);
    if (deliveries.isEmpty() || !deliveries.stream().allMatch(Delivery::accepted)) {
      throw new IllegalStateException("The webhook was not accepted: " + answers);
    }
  }

  private static String answer(Delivery delivery) {
    return delivery.status() == null ? delivery.error() : delivery.status().toString();
  }

  static void require(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("Expected " + expected + ", but it is " + actual);
    }
  }
}
