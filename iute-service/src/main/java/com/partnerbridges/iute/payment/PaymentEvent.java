package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.state.Transitions;

/**
 * The state table. A column is the status that the event finds; a cell is the status it leads to,
 * {@code .} where it says nothing new, and {@code !} where it contradicts what is settled: the
 * status stays and a person looks at it.
 */
public enum PaymentEvent {
  //                 CREATED      PENDING      IN_PROGRESS  PAID  CANCELLED  REJECTED  ON_HOLD
  /** Iute has the order: create answer or poll. */
  ACCEPTED(
      /*     */ "PENDING    | .          | .          | .    | .        | !       | .        "),
  /** Iute waits for the customer's signature: poll. */
  STARTED(
      /*      */ "IN_PROGRESS| IN_PROGRESS| .          | .    | .        | !       | .        "),
  /** Iute refused the order: create answer. */
  REFUSED(
      /*      */ "REJECTED   | !          | !          | !    | .        | .       | !        "),
  /** Paid, and the amount agrees: confirmation, or PAID in a poll. */
  CONFIRMED(
      /*    */ "PAID       | PAID       | PAID       | .    | !        | !       | !        "),
  /** Paid with another amount or none: confirmation. */
  OTHER_AMOUNT(
      /* */ "ON_HOLD    | ON_HOLD    | ON_HOLD    | !    | !        | !       | .        "),
  /** Cancelled: cancellation, withdrawal, or CANCELLED in a poll. */
  CANCELLED(
      /*    */ "CANCELLED  | CANCELLED  | CANCELLED  | !    | .        | .       | !        "),
  /** An operator found the payment on hold to be paid. */
  DECIDED_PAID(
      /* */ "!          | !          | !          | !    | !        | !       | PAID     "),
  /** An operator found the payment on hold to be cancelled. */
  DECIDED_CANCELLED("!          | !          | !          | !    | !        | !       | CANCELLED");

  private final Transitions<PaymentStatus> row;

  PaymentEvent(String row) {
    this.row = new Transitions<>(PaymentStatus.class, row);
  }

  /** The one status this event leads to. */
  public PaymentStatus target() {
    return row.target().orElseThrow();
  }

  /** The statuses from which it leads there, by name. */
  public String[] movesFrom() {
    return row.movesFrom();
  }

  /** The statuses that it contradicts, by name. */
  public String[] contradicts() {
    return row.contradicts();
  }
}
