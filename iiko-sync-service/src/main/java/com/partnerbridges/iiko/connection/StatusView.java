package com.partnerbridges.iiko.connection;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.partnerbridges.iiko.Entity;
import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The connection with all that is done over it. */
@Schema(
    name = "Status",
    examples =
        """
        {"account_id": "cafe-1", "is_connected": true,
         "last_connected_at": "2026-01-31T08:15:00Z", "connection_error": null,
         "connection_error_code": null, "integration_type": "iiko",
         "base_url": "https://chain.iiko.it", "source": "xml",
         "time_zone": "Europe/Rome", "alert_email": "office@example.com",
         "credentials": "USABLE", "has_push_token": false, "failures": 0,
         "not_before": null,
         "last_day": {"requests": 96, "bytes": 1200000, "duration_ms": 48000},
         "requests_per_minute": 60,
         "entities": [{"entity_type": "suppliers", "next_at": "2026-01-31T09:17:00Z", "last_run": {"run_id": 7, "state": "SUCCEEDED", "seen": 12, "created": 1, "updated": 2, "unchanged": 9, "gone": 0, "failed": 0, "started_at": "2026-01-31T08:15:00Z", "ended_at": "2026-01-31T08:15:04Z", "error_code": null, "error": null}}]}""")
@JsonNaming(SnakeCaseStrategy.class)
record StatusView(
    @JsonUnwrapped ConnectionView connection,
    String baseUrl,
    String source,
    String timeZone,
    String alertEmail,
    @Schema(description = "USABLE; KEY_MISSING or DAMAGED when they cannot be opened")
        String credentials,
    boolean hasPushToken,
    @Schema(description = "Tries in vain, one after the other") int failures,
    @Schema(description = "The server is left alone until then") Instant notBefore,
    @Schema(description = "Calls to the server in the last 24 hours") Traffic lastDay,
    @Schema(description = "The most calls in a minute, by each instance") int requestsPerMinute,
    List<EntityStatus> entities) {

  /** Calls, the bytes that they brought, and the time that they took. */
  @Schema(name = "Traffic")
  record Traffic(long requests, long bytes, @JsonProperty("duration_ms") long millis) {

    static final Traffic NONE = new Traffic(0, 0, 0);
  }

  /** An entity's last run, and its next one. */
  @Schema(name = "EntityStatus")
  @JsonNaming(SnakeCaseStrategy.class)
  record EntityStatus(
      Entity entityType,
      @Schema(description = "Null without a schedule") Instant nextAt,
      Last lastRun) {

    static EntityStatus of(Row row) {
      return new EntityStatus(
          Entity.valueOf(row.getString("entity").toUpperCase(Locale.ROOT)),
          Database.instant(row, "next_at"),
          row.getLong("run_id") == null ? null : Last.of(row));
    }
  }

  /** What a run did about an entity. */
  @Schema(name = "LastRun")
  @JsonNaming(SnakeCaseStrategy.class)
  record Last(
      long runId,
      String state,
      long seen,
      long created,
      long updated,
      long unchanged,
      long gone,
      long failed,
      Instant startedAt,
      Instant endedAt,
      String errorCode,
      String error) {

    private static Last of(Row row) {
      return new Last(
          row.getLong("run_id"),
          row.getString("state"),
          row.getLong("seen"),
          row.getLong("created"),
          row.getLong("updated"),
          row.getLong("unchanged"),
          row.getLong("gone"),
          row.getLong("failed"),
          Database.instant(row, "started_at"),
          Database.instant(row, "ended_at"),
          row.getString("error_code"),
          row.getString("error"));
    }
  }

  static StatusView of(Row row, int requestsPerMinute, List<EntityStatus> entities) {
    return new StatusView(
        ConnectionView.of(row),
        row.getString("base_url"),
        row.getString("source"),
        row.getString("time_zone"),
        row.getString("alert_email"),
        row.getBoolean("is_connected") ? row.getString("key_state") : null,
        row.getBoolean("has_push_token"),
        row.getInteger("failures"),
        Database.instant(row, "not_before"),
        new Traffic(row.getLong("requests"), row.getLong("bytes"), row.getLong("millis")),
        requestsPerMinute,
        entities);
  }

  static StatusView never(String accountId, int requestsPerMinute, List<EntityStatus> entities) {
    return new StatusView(
        ConnectionView.never(accountId),
        null,
        null,
        null,
        null,
        null,
        false,
        0,
        null,
        Traffic.NONE,
        requestsPerMinute,
        entities);
  }
}
