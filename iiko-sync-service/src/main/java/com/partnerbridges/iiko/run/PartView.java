package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run does about one entity. */
@Schema(name = "RunPart")
public record PartView(
    @JsonProperty("entity_type") String entityType,
    RunState state,
    @Schema(description = "First day of the invoices that are compared") LocalDate from,
    LocalDate to,
    @Schema(description = "From 0 to 1; the length of a list is known only at its end")
        double progress,
    @JsonProperty("seen_so_far")
        @Schema(description = "Counted, and of the list or piece that is under way")
        long seenSoFar,
    CountsView counts,
    @Schema(description = "Of a SUSPICIOUS one: how much less there would be; else null")
        Shrink shrink,
    @JsonProperty("started_at") Instant startedAt,
    @JsonProperty("ended_at") Instant endedAt,
    @JsonProperty("error_code") String errorCode,
    String error) {

  /**
   * A fall that was not believed.
   *
   * @param from records that we have
   * @param to those of them that the server still has
   */
  @Schema(name = "Shrink")
  public record Shrink(long from, long to) {}

  /** From a row of the table. */
  public static PartView of(Row row) {
    RunState state = RunState.valueOf(row.getString("state"));
    return new PartView(
        row.getString("entity"),
        state,
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        progress(state, row),
        row.getLong("seen") + row.getLong("piece_seen"),
        CountsView.of(row),
        row.getLong("shrink_from") == null
            ? null
            : new Shrink(row.getLong("shrink_from"), row.getLong("shrink_to")),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("error_code"),
        row.getString("error"));
  }

  /** Whether nothing is known of how far it is. */
  @JsonIgnore
  public boolean isOfUnknownLength() {
    return state == RunState.RUNNING && progress == 0;
  }

  private static double progress(RunState state, Row row) {
    if (state == RunState.SUCCEEDED || state == RunState.PARTIAL) {
      return 1;
    }
    LocalDate from = row.getLocalDate("from_day");
    LocalDate next = row.getLocalDate("next_day");
    if (from == null || next == null) {
      return 0;
    }
    double days = ChronoUnit.DAYS.between(from, row.getLocalDate("to_day")) + 1;
    return Math.floor(ChronoUnit.DAYS.between(from, next) / days * 100) / 100;
  }
}
