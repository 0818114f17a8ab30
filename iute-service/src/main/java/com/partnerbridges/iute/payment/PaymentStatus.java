package com.partnerbridges.iute.payment;

import java.util.Arrays;

/** Where a payment stands. What leads from one to another is the table in {@link PaymentEvent}. */
public enum PaymentStatus {
  /** Our row exists; Iute has not answered yet. */
  CREATED,
  /** Iute has the order and asked the customer. */
  PENDING,
  /** Iute approved; the customer has to sign. */
  IN_PROGRESS,
  /** The loan was paid out: hand over the goods. */
  PAID,
  /** The customer, the shop or Iute cancelled. */
  CANCELLED,
  /** Iute refused the order when it was created. */
  REJECTED,
  /** Confirmed with another amount or none: a person decides. */
  ON_HOLD;

  public boolean isOpen() {
    return this == CREATED || this == PENDING || this == IN_PROGRESS;
  }

  /** The names of the statuses that Iute may still settle. */
  static String[] open() {
    return Arrays.stream(values())
        .filter(PaymentStatus::isOpen)
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
