package com.partnerbridges.xendit.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/** Days of a report, the last one included, as they begin and end in its time zone. */
record ReportDays(LocalDate from, LocalDate to, ZoneId zone) {

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
