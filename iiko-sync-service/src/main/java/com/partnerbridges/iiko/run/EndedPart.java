package com.partnerbridges.iiko.run;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** How a part ended, and how its run does. */
record EndedPart(RunState state, String code, String error) {

  static EndedPart of(Row row) {
    return new EndedPart(
        RunState.valueOf(row.getString("state")),
        row.getString("error_code"),
        row.getString("error"));
  }

  /** A run is as good as the worst of its parts. */
  static Settlement sum(List<EndedPart> parts) {
    return parts.stream()
        .filter(part -> part.state() == RunState.FAILED)
        .findFirst()
        .map(part -> Settlement.failed(part.code(), part.error(), false, null))
        .orElseGet(
            () ->
                Settlement.ended(
                    parts.stream().anyMatch(part -> part.state() == RunState.PARTIAL)
                        ? RunEvent.PARTLY
                        : RunEvent.DONE));
  }
}
