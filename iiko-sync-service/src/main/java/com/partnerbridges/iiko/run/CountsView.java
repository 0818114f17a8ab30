package com.partnerbridges.iiko.run;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the records that were seen, and how many have gone. */
@Schema(name = "Counts")
public record CountsView(
    long seen, long created, long updated, long unchanged, long gone, long failed) {

  static CountsView of(Row row) {
    return new CountsView(
        row.getLong("seen"),
        row.getLong("created"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getLong("gone"),
        row.getLong("failed"));
  }

  CountsView plus(CountsView other) {
    return new CountsView(
        seen + other.seen,
        created + other.created,
        updated + other.updated,
        unchanged + other.unchanged,
        gone + other.gone,
        failed + other.failed);
  }
}
