package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * A gallery e-mail.
 *
 * @param attempts counts up with each claim: whoever has an older number is no longer in charge
 */
record PhotoMail(
    long id,
    String externalId,
    String recipient,
    String status,
    int attempts,
    Instant requestedAt,
    Instant sentAt) {

  static PhotoMail of(Row row) {
    return new PhotoMail(
        row.getLong("id"),
        row.getString("external_id"),
        row.getString("recipient"),
        row.getString("status"),
        row.getInteger("attempts"),
        Database.instant(row, "requested_at"),
        Database.instant(row, "sent_at"));
  }

  @Override
  public String toString() {
    return "PhotoMail[" + id + "]";
  }
}
