package com.partnerbridges.iiko.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.partnerbridges.shared.edge.Problem;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a run is wanted; all of it may be left out. */
@Schema(
    name = "SyncRequest",
    examples = "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\", \"may_shrink\": false}")
record SyncRequest(
    @Schema(description = "First day of the invoices to compare") LocalDate from,
    @Schema(description = "Last day of the invoices to compare; default today") LocalDate to,
    @Schema(description = "Compare invoices as far back as INVOICE_HISTORY") boolean full,
    @JsonProperty("may_shrink") @Schema(description = "More than half of what we have may be gone")
        boolean mayShrink) {

  static final SyncRequest USUAL = new SyncRequest(null, null, false, false);

  private static final int MOST_YEARS = 5;
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  /**
   * Whether it makes sense.
   *
   * @throws Problem 400 when it does not
   */
  void check(boolean hasInvoices, LocalDate today) {
    if (from == null && to == null) {
      return;
    }
    if (!hasInvoices) {
      throw Problem.invalid("from", "only invoices are compared by days", "window");
    }
    if (full) {
      throw Problem.invalid("full", "cannot be combined with from and to", "window");
    }
    if (from == null) {
      throw Problem.invalid("from", "must be there when to is", "window");
    }
    LocalDate last = to == null ? today : to;
    if (from.isBefore(EARLIEST) || last.isAfter(LATEST)) {
      throw Problem.invalid("from", "must be within 1990 and 2200, as to must", "window");
    }
    if (from.isAfter(last)) {
      throw Problem.invalid("from", "must not be after to", "window");
    }
    if (from.plusYears(MOST_YEARS).isBefore(last)) {
      throw Problem.invalid("to", "must be at most " + MOST_YEARS + " years after from", "window");
    }
  }
}
