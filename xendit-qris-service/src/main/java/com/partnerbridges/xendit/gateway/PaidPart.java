package com.partnerbridges.xendit.gateway;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One payment of a code as Xendit tells it.
 *
 * @param amount in rupiah, null where none can be read
 * @param receiptId the bank's, null where none was given
 * @param paidAt null where none can be read
 */
public record PaidPart(String paymentId, BigDecimal amount, String receiptId, Instant paidAt) {}
