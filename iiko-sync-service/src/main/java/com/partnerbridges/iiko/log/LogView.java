package com.partnerbridges.iiko.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.partnerbridges.iiko.run.PartView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a run in the log. */
@Schema(
    name = "LogEntry",
    examples =
        """
        {"run_id": 7, "cause": "MANUAL", "requested_by": "ann",
         "entity_type": "suppliers", "state": "SUCCEEDED", "from": null, "to": null,
         "progress": 1.0, "seen_so_far": 12,
         "counts": {"seen": 12, "created": 1, "updated": 2, "unchanged": 9, "gone": 0, "failed": 0},
         "shrink": null, "started_at": "2026-01-31T08:15:00Z",
         "ended_at": "2026-01-31T08:15:04Z", "error_code": null, "error": null,
         "errors": []}""")
@JsonNaming(SnakeCaseStrategy.class)
public record LogView(
    long runId,
    @Schema(description = "FIRST, SCHEDULE, MANUAL or PUSH") String cause,
    String requestedBy,
    @JsonUnwrapped PartView part,
    @Schema(
            description =
                "The first of its records that could not be read or stored; kept for the last ten"
                    + " runs of the entity that had any")
        List<RecordErrorView> errors) {

  /** A record that could not be read or stored. */
  @Schema(name = "RecordError")
  @JsonNaming(SnakeCaseStrategy.class)
  public record RecordErrorView(
      @Schema(description = "null when not even that could be read") String iikoId,
      String reason,
      Instant at) {

    static RecordErrorView of(JsonObject error) {
      return new RecordErrorView(
          error.getString("iiko_id"),
          error.getString("reason"),
          OffsetDateTime.parse(error.getString("at")).toInstant());
    }
  }

  static LogView of(Row row) {
    JsonArray errors = row.getJsonArray("errors");
    return new LogView(
        row.getLong("run_id"),
        row.getString("cause"),
        row.getString("requested_by"),
        PartView.of(row),
        errors.stream().map(JsonObject.class::cast).map(RecordErrorView::of).toList());
  }
}
