package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The days that a part compares, the last one inclusive; none for lists, which are compared as a
 * whole.
 */
record Window(LocalDate from, LocalDate to) {

  private static final Window NONE = new Window(null, null);

  /**
   * @param today at the account
   */
  static Window of(Run run, Part part, LocalDate today, IikoConfig.Sync settings) {
    if (part.entity() != Entity.INVOICES) {
      return NONE;
    }
    if (run.from() != null) {
      LocalDate to = run.to() != null ? run.to() : today;
      return new Window(run.from(), to.isBefore(run.from()) ? run.from() : to);
    }
    Duration back =
        run.isFull() || !part.hasHistory() ? settings.invoiceHistory() : settings.invoiceWindow();
    return new Window(today.minusDays(back.toDays()), today);
  }
}
