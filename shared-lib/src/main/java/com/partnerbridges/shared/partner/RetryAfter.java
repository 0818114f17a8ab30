package com.partnerbridges.shared.partner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date of HTTP. */
public final class RetryAfter {

  /** Whoever asks for more is not believed. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /**
   * @param header null when there was none
   * @return not negative and at most a day; empty when it says nothing that can be read
   */
  public static Optional<Duration> read(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (text.matches("[0-9]+")) {
      boolean bearable = text.length() <= 9;
      return Optional.of(bounded(bearable ? Duration.ofSeconds(Long.parseLong(text)) : LONGEST));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, date)));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
