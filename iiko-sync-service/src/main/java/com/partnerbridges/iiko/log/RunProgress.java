package com.partnerbridges.iiko.log;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run as it stands now. */
@Schema(name = "RunProgress")
@JsonNaming(SnakeCaseStrategy.class)
@RegisterForReflection // no method gives it: it is written into an event
public record RunProgress(
    long id,
    String entityType,
    String cause,
    String state,
    boolean cancelRequested,
    Instant queuedAt,
    Instant startedAt,
    Instant endedAt,
    String errorCode,
    String error,
    List<PartView> parts) {

  /** Of the run {@code r}. */
  static final String COLUMNS =
      """
      r.id, r.entity_type, r.cause, r.state, r.cancel_requested, r.error_code, r.error,
      r.queued_at, r.started_at, r.ended_at, """
          + PartView.COLUMNS;

  /** From the rows of its parts. */
  static RunProgress of(List<Row> parts) {
    Row run = parts.get(0);
    return new RunProgress(
        run.getLong("id"),
        run.getString("entity_type"),
        run.getString("cause"),
        run.getString("state"),
        run.getBoolean("cancel_requested"),
        instant(run, "queued_at"),
        instant(run, "started_at"),
        instant(run, "ended_at"),
        run.getString("error_code"),
        run.getString("error"),
        parts.stream().map(PartView::of).toList());
  }

  /** Nothing more will come. */
  boolean hasEnded() {
    return endedAt != null;
  }
}
