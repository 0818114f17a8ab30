package com.partnerbridges.xendit.catalogue;

import io.vertx.mutiny.sqlclient.Row;

/** A location as part of something else. */
public record LocationName(long ml_id, String ml_name) {

  public static LocationName of(Row row) {
    return new LocationName(row.getLong("ml_id"), row.getString("ml_name"));
  }
}
