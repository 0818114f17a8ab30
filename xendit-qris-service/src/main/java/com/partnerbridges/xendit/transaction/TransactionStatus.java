package com.partnerbridges.xendit.transaction;

/** Where a transaction stands. What leads from one to another is {@link TransactionEvent}. */
public enum TransactionStatus {
  /** The kiosk shows the code, or is about to. */
  PENDING,
  /** Paid with the right amount, in time. */
  COMPLETED,
  /** There was no code, or its payment failed. */
  FAILED,
  /** Its time is over, and Xendit knew of no payment. */
  EXPIRED
}
