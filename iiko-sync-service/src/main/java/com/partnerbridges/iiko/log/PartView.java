package com.partnerbridges.iiko.log;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run did about one entity. */
@Schema(name = "RunProgressPart")
@JsonNaming(SnakeCaseStrategy.class)
public record PartView(
    String entityType,
    String state,
    @Schema(description = "First day of the invoices that are compared") LocalDate from,
    LocalDate to,
    @Schema(description = "From 0 to 1; the length of a list is known only at its end")
        double progress,
    @Schema(description = "Counted, and of the list or piece that is under way") long seenSoFar,
    Counts counts,
    Instant startedAt,
    Instant endedAt,
    String errorCode,
    String error) {

  /** Of the part {@code p}. */
  static final String COLUMNS =
      """
      p.entity, p.state as part_state, p.from_day, p.to_day, p.seen, p.created, p.updated,
      p.unchanged, p.gone, p.failed, p.seen + p.piece_seen as seen_so_far,
      p.error_code as part_error_code, p.error as part_error, p.started_at as part_started_at,
      p.ended_at as part_ended_at,
      (case when p.state in ('SUCCEEDED', 'PARTIAL') then 1
            when p.next_day is null or p.to_day < p.from_day then 0
            else round((p.next_day - p.from_day)::numeric / (p.to_day - p.from_day + 1), 2)
            end)::float8 as progress""";

  /** Whether nothing is known of how far it is. */
  @JsonIgnore
  public boolean isOfUnknownLength() {
    return state.equals("RUNNING") && progress == 0;
  }

  static PartView of(Row row) {
    return new PartView(
        row.getString("entity"),
        row.getString("part_state"),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        row.getDouble("progress"),
        row.getLong("seen_so_far"),
        Counts.of(row),
        instant(row, "part_started_at"),
        instant(row, "part_ended_at"),
        row.getString("part_error_code"),
        row.getString("part_error"));
  }
}
