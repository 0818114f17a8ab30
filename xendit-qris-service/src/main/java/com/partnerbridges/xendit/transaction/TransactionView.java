package com.partnerbridges.xendit.transaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A transaction as the kiosk that made it sees it. Amounts are whole rupiah. */
record TransactionView(
    @JsonProperty("tr_id") long id,
    @JsonProperty("tr_external_id") String externalId,
    @JsonProperty("tr_location_id") long locationId,
    @JsonProperty("tr_amount") long amount,
    @JsonProperty("tr_status") TransactionStatus status,
    @JsonProperty("tr_qris_string") String qrisString,
    @JsonProperty("tr_qris_url") String qrisUrl,
    @JsonProperty("tr_expired_at") Instant expiredAt,
    @JsonProperty("tr_created_at") Instant createdAt) {

  static TransactionView of(Transaction transaction, String qrisUrl) {
    return new TransactionView(
        transaction.id(),
        transaction.externalId(),
        transaction.locationId(),
        transaction.amount(),
        transaction.status(),
        transaction.qrisString(),
        qrisUrl,
        transaction.expiredAt(),
        transaction.createdAt());
  }
}
