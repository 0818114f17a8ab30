package com.partnerbridges.dev.sandbox.iute;

/** Iute's words for where an order stands. */
public enum IuteStatus {
  PENDING,
  /** Approved, and waiting for the customer's signature. */
  IN_PROGRESS,
  PAID,
  CANCELLED;

  boolean terminal() {
    return this == PAID || this == CANCELLED;
  }
}
