package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.database.Database;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A callback that came in, as often as it came. */
@Schema(name = "Callback")
record CallbackView(
    long id,
    CallbackKind kind,
    String orderref,
    String event,
    String msg,
    int copies,
    Instant receivedAt,
    Instant lastReceivedAt,
    @Schema(description = "Its first 4096 bytes; what is no readable text is a question mark")
        String body,
    @Schema(description = "Of the last copy") Map<String, Object> headers) {

  /** How much of a body is read. */
  static final int MOST = 4096;

  static CallbackView of(Row row) {
    return new CallbackView(
        row.getLong("id"),
        CallbackKind.valueOf(row.getString("kind")),
        row.getString("orderref"),
        row.getString("event"),
        row.getString("msg"),
        row.getInteger("copies"),
        Database.instant(row, "received_at"),
        Database.instant(row, "last_received_at"),
        readable(row.getBuffer("body").getBytes()),
        ((JsonObject) row.getValue("headers")).getMap());
  }

  private static String readable(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]|\uFFFD", "?");
  }

  @Override
  public String toString() {
    return "CallbackView[" + id + "]";
  }
}
