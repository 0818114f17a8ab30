package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction as far as its pictures go.
 *
 * @param paid completed, or honoured by a person
 * @param firstSentAt when an e-mail first went out; null before. It alone decides how long the
 *     gallery is shown: an e-mail that goes out again prolongs nothing.
 */
record Gallery(
    String externalId,
    String location,
    String email,
    boolean paid,
    Instant firstSentAt,
    List<String> urls) {

  static Gallery of(Row row) {
    return new Gallery(
        row.getString("tr_external_id"),
        row.getString("ml_name"),
        row.getString("tr_email"),
        row.getBoolean("paid"),
        Database.instant(row, "first_sent_at"),
        List.of(row.getArrayOfStrings("urls")));
  }

  /** Empty while no e-mail has gone out. */
  Optional<Instant> expiry(Duration kept) {
    return Optional.ofNullable(firstSentAt).map(sent -> sent.plus(kept));
  }

  boolean isOver(Duration kept, Instant now) {
    return expiry(kept).filter(end -> !end.isAfter(now)).isPresent();
  }

  @Override
  public String toString() {
    return "Gallery[" + externalId + "]";
  }
}
