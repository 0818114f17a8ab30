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
@Schema(
    name = "Run",
    examples =
        """
        {"id": 7, "entity_type": "suppliers", "cause": "MANUAL",
         "requested_by": "ann", "state": "SUCCEEDED", "full": false,
         "may_shrink": false, "from": null, "to": null, "attempts": 1,
         "cancel_requested": false, "queued_at": "2026-01-31T08:15:00Z",
         "next_try_at": null, "started_at": "2026-01-31T08:15:00Z",
         "ended_at": "2026-01-31T08:15:04Z", "duration_ms": 4000, "progress": 1.0,
         "counts": {"seen": 12, "created": 1, "updated": 2, "unchanged": 9, "gone": 0, "failed": 0},
         "error_code": null, "error": null,
         "parts": [{"entity_type": "suppliers", "state": "SUCCEEDED", "from": null, "to": null, "progress": 1.0, "seen_so_far": 12, "counts": {"seen": 12, "created": 1, "updated": 2, "unchanged": 9, "gone": 0, "failed": 0}, "shrink": null, "started_at": "2026-01-31T08:15:00Z", "ended_at": "2026-01-31T08:15:04Z", "error_code": null, "error": null}]}""")
public record RunView(
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
    @JsonProperty("duration_ms") @Schema(description = "Since its start, until its end")
        Long durationMillis,
    @Schema(description = "From 0 to 1") double progress,
    CountsView counts,
    @JsonProperty("error_code") String errorCode,
    String error,
    List<PartView> parts) {

  /** Of the run {@code r} and its part {@code p}, which has columns of the same names. */
  static final String COLUMNS =
      """
      r.id, r.entity_type, r.cause, r.requested_by, r.state as run_state, r.is_full, r.may_shrink,
      r.window_from, r.window_to, r.attempts, r.hand_overs, r.cancel_requested, r.queued_at,
      r.not_before, r.started_at as run_started_at, r.ended_at as run_ended_at,
      r.error_code as run_error_code, r.error as run_error, p.*""";

  /** From the rows of its parts. */
  static RunView of(List<Row> rows, Instant now) {
    Row row = rows.get(0);
    List<PartView> parts = rows.stream().map(PartView::of).toList();
    RunState state = RunState.valueOf(row.getString("run_state"));
    Instant started = instant(row, "run_started_at");
    Instant ended = instant(row, "run_ended_at");
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
        row.getString("run_error_code"),
        row.getString("run_error"),
        parts);
  }

  /** Nothing more will come. */
  public boolean hasEnded() {
    return endedAt != null;
  }
}
