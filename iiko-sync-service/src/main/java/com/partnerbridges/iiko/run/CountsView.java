package com.partnerbridges.iiko.run;

import io.vertx.mutiny.sqlclient.Row;

/** What became of the records that were seen, and how many have gone. */
record CountsView(long seen, long created, long updated, long unchanged, long gone, long failed) {

  /** The columns' names may have something before them. */
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
