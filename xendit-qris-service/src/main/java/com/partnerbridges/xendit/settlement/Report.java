package com.partnerbridges.xendit.settlement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What Xendit says of a payment, whichever way it says it.
 *
 * @param externalId the transaction's, null where none can be read
 * @param amount in rupiah, null where none was told
 * @param receiptId the bank's, null where none was told
 * @param paidAt null where none was told
 */
public record Report(
    Meaning meaning,
    String externalId,
    String paymentId,
    BigDecimal amount,
    String receiptId,
    Instant paidAt) {

  /** What it means for the transaction. */
  public enum Meaning {
    PAID,
    DECLINED,
    /** Nothing that a transaction could follow from. */
    NOTHING
  }

  /** What cannot be read. */
  public static final Report NONE = new Report(Meaning.NOTHING, null, null, null, null, null);

  Report withoutTime() {
    return new Report(meaning, externalId, paymentId, amount, receiptId, null);
  }
}
