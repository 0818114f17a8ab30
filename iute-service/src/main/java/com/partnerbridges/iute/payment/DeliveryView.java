package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A webhook of Iute's as it came, what it did, and how often it came. */
public record DeliveryView(
    String kind,
    String outcome,
    int copies,
    Instant signedAt,
    Instant receivedAt,
    Instant lastReceivedAt,
    String body) {

  static DeliveryView of(Row row) {
    return new DeliveryView(
        row.getString("kind"),
        row.getString("outcome"),
        row.getInteger("copies"),
        Database.instant(row, "signed_at"),
        Database.instant(row, "received_at"),
        Database.instant(row, "last_received_at"),
        new String(row.getBuffer("body").getBytes(), StandardCharsets.UTF_8));
  }
}
