package com.partnerbridges.xendit.report;

import com.partnerbridges.shared.edge.Problem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Days of a report, the last one included, as they begin and end in its time zone. */
record ReportDays(LocalDate from, LocalDate to, ZoneId zone) {

  private static final int USUAL = 7;
  private static final int MOST = 366;

  /** Without wishes, the last seven days. */
  static ReportDays of(LocalDate wishedFrom, LocalDate wishedTo, LocalDate today, ZoneId zone) {
    LocalDate to = wishedTo == null ? today : wishedTo;
    LocalDate from = wishedFrom == null ? to.minusDays(USUAL - 1L) : wishedFrom;
    if (from.isAfter(to)) {
      throw Problem.invalid("from", "must not be after to", "range");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST) {
      throw Problem.invalid("from", "must leave at most " + MOST + " days until to", "range");
    }
    return new ReportDays(from, to, zone);
  }

  /** The first moment of each day, and the one after the last day. */
  OffsetDateTime[] limits() {
    return Stream.concat(from.datesUntil(to), Stream.of(to, to.plusDays(1)))
        .map(day -> day.atStartOfDay(zone).toOffsetDateTime())
        .toArray(OffsetDateTime[]::new);
  }

  /**
   * @param number from 1
   */
  LocalDate day(int number) {
    return from.plusDays(number - 1L);
  }
}
