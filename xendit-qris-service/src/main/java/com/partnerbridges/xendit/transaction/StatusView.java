package com.partnerbridges.xendit.transaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Where a transaction stands, as anybody who knows its id may see. */
record StatusView(
    @JsonProperty("tr_id") long id,
    @JsonProperty("tr_external_id") String externalId,
    @JsonProperty("tr_status") TransactionStatus status,
    @JsonProperty("tr_paid_at") Instant paidAt,
    @JsonProperty("tr_amount") long amount,
    @JsonProperty("tr_expired_at") Instant expiredAt) {

  static StatusView of(Transaction transaction) {
    return new StatusView(
        transaction.id(),
        transaction.externalId(),
        transaction.status(),
        transaction.paidAt(),
        transaction.amount(),
        transaction.expiredAt());
  }
}
