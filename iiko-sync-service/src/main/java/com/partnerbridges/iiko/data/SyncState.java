package com.partnerbridges.iiko.data;

import static com.partnerbridges.shared.database.Database.instant;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a record stands to what iiko has. */
@JsonNaming(SnakeCaseStrategy.class)
public record SyncState(
    String iikoId,
    @Schema(description = "error when iiko's record could not be read the last time")
        Status iikoSyncStatus,
    @Schema(description = "When it was last found to be what iiko has") Instant iikoLastSyncedAt,
    String iikoSyncError,
    @Schema(description = "Since when iiko no longer lists it") Instant goneAt) {

  /** Whether it is as iiko has it. */
  public enum Status {
    PENDING,
    SYNCED,
    ERROR;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String STATUS =
      "case when r.sync_error is not null then 'error' when r.content_hash is null then 'pending'"
          + " else 'synced' end";

  /** Of the record {@code r}, confirmed by {@code f}; an unreadable one is confirmed by nothing. */
  static final String COLUMNS =
      """
      r.iiko_id, r.sync_error, r.gone_at, %s as sync_status,
      case when r.content_hash is null then null
           when r.sync_error is not null then r.changed_at
           else greatest(r.changed_at, f.at) end as last_synced_at"""
          .formatted(STATUS);

  static SyncState of(Row row) {
    return new SyncState(
        row.getString("iiko_id"),
        Status.valueOf(row.getString("sync_status").toUpperCase(Locale.ROOT)),
        instant(row, "last_synced_at"),
        row.getString("sync_error"),
        instant(row, "gone_at"));
  }
}
