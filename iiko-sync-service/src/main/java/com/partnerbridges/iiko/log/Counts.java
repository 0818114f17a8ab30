package com.partnerbridges.iiko.log;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the records that iiko listed. */
@Schema(name = "Counts")
public record Counts(
    long seen, long created, long updated, long unchanged, long gone, long failed) {

  static Counts of(Row row) {
    return new Counts(
        row.getLong("seen"),
        row.getLong("created"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getLong("gone"),
        row.getLong("failed"));
  }
}
