package com.partnerbridges.iiko.log;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run did about one entity. */
@Schema(name = "Part")
@JsonNaming(SnakeCaseStrategy.class)
public record PartView(
    String entityType,
    String state,
    @Schema(description = "0 to 100; null while it cannot be known", nullable = true)
        Integer progress,
    LocalDate fromDay,
    LocalDate toDay,
    Counts counts,
    String errorCode,
    String error,
    Instant startedAt,
    Instant endedAt) {

  /** Of the part {@code p}. Invoices come by days; the length of a list is known at its end. */
  static final String COLUMNS =
      """
      p.entity, p.state as part_state, p.from_day, p.to_day, p.seen, p.created, p.updated,
      p.unchanged, p.gone, p.failed, p.error_code as part_error_code, p.error as part_error,
      p.started_at as part_started_at, p.ended_at as part_ended_at,
      case when p.state in ('SUCCEEDED', 'PARTIAL') then 100
           when p.next_day is not null and p.to_day >= p.from_day then
             greatest(0, least(100, 100 * (p.next_day - p.from_day) / (p.to_day - p.from_day + 1)))
           when p.state <> 'RUNNING' then 0 end as progress""";

  static PartView of(Row row) {
    return new PartView(
        row.getString("entity"),
        row.getString("part_state"),
        row.getInteger("progress"),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        Counts.of(row),
        row.getString("part_error_code"),
        row.getString("part_error"),
        instant(row, "part_started_at"),
        instant(row, "part_ended_at"));
  }
}
