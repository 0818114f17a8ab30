package com.partnerbridges.xendit.transaction;

import java.time.Instant;

/**
 * A row to be.
 *
 * @param priceId null for the service's own amount
 * @param ownAmount the service's own amount
 * @param firstCheck when the create call counts as lost
 */
record NewTransaction(
    String externalId,
    long locationId,
    Long priceId,
    long ownAmount,
    String email,
    String createdBy,
    String idempotencyKey,
    byte[] contentDigest,
    Instant createdAt,
    Instant expiredAt,
    Instant firstCheck) {}
