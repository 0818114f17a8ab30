package com.partnerbridges.iiko.run;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run as people see it. */
@Schema(name = "Run")
record RunView(
    long id,
    @JsonProperty("entity_type") String entityType,
    @Schema(description = "FIRST, SCHEDULE, MANUAL or PUSH") String cause,
    @JsonProperty("requested_by") String requestedBy,
    RunState state,
    boolean full,
    @JsonProperty("may_shrink") boolean mayShrink,
    LocalDate from,
    LocalDate to,
    int attempts,
    @JsonProperty("cancel_requested") boolean cancelRequested,
    @JsonProperty("queued_at") Instant queuedAt,
    @JsonProperty("next_try_at") @Schema(description = "Of a run that is queued") Instant nextTryAt,
    @JsonProperty("started_at") Instant startedAt,
    @JsonProperty("ended_at") Instant endedAt,
    @JsonProperty("duration_ms") Long durationMillis,
    @Schema(description = "From 0 to 1") double progress,
    CountsView counts,
    @JsonProperty("error_code") String errorCode,
    String error,
    List<PartView> parts) {

  static RunView of(Row row, List<PartView> parts, Instant now) {
    RunState state = RunState.valueOf(row.getString("state"));
    Instant started = instant(row, "started_at");
    Instant ended = instant(row, "ended_at");
    return new RunView(
        row.getLong("id"),
        row.getString("entity_type"),
        row.getString("cause"),
        row.getString("requested_by"),
        state,
        row.getBoolean("is_full"),
        row.getBoolean("may_shrink"),
        row.getLocalDate("window_from"),
        row.getLocalDate("window_to"),
        row.getInteger("attempts") - row.getInteger("hand_overs"),
        row.getBoolean("cancel_requested"),
        instant(row, "queued_at"),
        state == RunState.QUEUED ? instant(row, "not_before") : null,
        started,
        ended,
        started == null ? null : Duration.between(started, ended == null ? now : ended).toMillis(),
        Math.round(parts.stream().mapToDouble(PartView::progress).average().orElse(0) * 100)
            / 100.0,
        parts.stream()
            .map(PartView::counts)
            .reduce(new CountsView(0, 0, 0, 0, 0, 0), CountsView::plus),
        row.getString("error_code"),
        row.getString("error"),
        parts);
  }
}
