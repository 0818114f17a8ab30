package com.partnerbridges.dev.sandbox.room;

import java.time.Duration;

/**
 * How a partner misbehaves.
 *
 * @param kind what goes wrong
 * @param latencyMillis wait before the call is handled; with {@code LATE_ANSWER}, after it; with
 *     {@code TRICKLE}, between two pieces of the answer
 * @param status HTTP status of {@code STATUS_JSON} and {@code STATUS_HTML}
 * @param bytes size of {@code HUGE_BODY} and of a piece of {@code TRICKLE}; where {@code
 *     TRUNCATED_JSON} and {@code DROP_WITHIN} cut, 0 = in the middle
 * @param times number of calls it lasts for; 0 = until cleared
 */
public record Fault(Kind kind, long latencyMillis, int status, long bytes, int times) {

  /** What goes wrong with a call. */
  public enum Kind {
    /** Nothing but the latency. */
    NONE,
    STATUS_JSON,
    STATUS_HTML,
    /** The connection closes and nothing was done. */
    DROP_BEFORE,
    /** Everything was done, and the connection closes instead of an answer. */
    DROP_AFTER,
    /** Everything was done at once, and the latency comes before the answer. */
    LATE_ANSWER,
    /** Everything was done, and the answer ends in the middle. */
    TRUNCATED_JSON,
    /** Everything was done, and the connection closes in the middle of the answer. */
    DROP_WITHIN,
    /** Everything was done, and the answer comes in small pieces with pauses between them. */
    TRICKLE,
    /** A JSON answer that is far too large. */
    HUGE_BODY
  }

  private static final long MOST_BYTES = 1L << 32;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  static final Fault NOTHING = new Fault(Kind.NONE, 0, 0, 0, 0);

  public Fault {
    kind = kind == null ? Kind.NONE : kind;
    boolean answersStatus = kind == Kind.STATUS_JSON || kind == Kind.STATUS_HTML;
    require(!answersStatus || (status >= 200 && status <= 599), "status must be 200 to 599");
    require(bytes >= 0 && bytes <= MOST_BYTES, "bytes must be 0 to " + MOST_BYTES);
    require(times >= 0, "times must not be negative");
    require(
        latencyMillis >= 0 && latencyMillis <= LONGEST.toMillis(),
        "latencyMillis must be 0 to " + LONGEST.toMillis());
  }

  public static Fault slow(Duration latency) {
    return NOTHING.after(latency);
  }

  public static Fault status(int status) {
    return new Fault(Kind.STATUS_JSON, 0, status, 0, 0);
  }

  public static Fault htmlStatus(int status) {
    return new Fault(Kind.STATUS_HTML, 0, status, 0, 0);
  }

  public static Fault dropBefore() {
    return new Fault(Kind.DROP_BEFORE, 0, 0, 0, 0);
  }

  public static Fault dropAfter() {
    return new Fault(Kind.DROP_AFTER, 0, 0, 0, 0);
  }

  /** Done at once, and whoever waits for less than this never hears of it. */
  public static Fault lateAnswer(Duration latency) {
    return new Fault(Kind.LATE_ANSWER, latency.toMillis(), 0, 0, 0);
  }

  public static Fault truncatedJson() {
    return new Fault(Kind.TRUNCATED_JSON, 0, 0, 0, 0);
  }

  /** The answer, of any kind, ends after so many bytes as if it were all. */
  public static Fault truncatedAfter(long bytes) {
    return new Fault(Kind.TRUNCATED_JSON, 0, 0, bytes, 0);
  }

  public static Fault dropWithin(long afterBytes) {
    return new Fault(Kind.DROP_WITHIN, 0, 0, afterBytes, 0);
  }

  public static Fault trickle(long pieceBytes, Duration pause) {
    return new Fault(Kind.TRICKLE, pause.toMillis(), 0, pieceBytes, 0);
  }

  public static Fault hugeBody(long bytes) {
    return new Fault(Kind.HUGE_BODY, 0, 0, bytes, 0);
  }

  public Fault after(Duration latency) {
    return new Fault(kind, latency.toMillis(), status, bytes, times);
  }

  /** The same for the next calls only. */
  public Fault times(int calls) {
    return new Fault(kind, latencyMillis, status, bytes, calls);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
