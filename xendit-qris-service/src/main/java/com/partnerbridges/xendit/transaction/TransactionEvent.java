package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.state.Transitions;

/**
 * The state table. A column is the status that the event finds; a cell is the status it leads to,
 * {@code .} where it says nothing new, and {@code !} where it contradicts what is settled: the
 * status stays and a person looks at it. What is settled never changes.
 */
public enum TransactionEvent {
  //            PENDING      COMPLETED  FAILED  EXPIRED
  /** Paid with the right amount: webhook or Xendit's listing. A second payment is never nothing. */
  PAID(/*    */ "COMPLETED  | .        | !     | !"),
  /** Paid with another amount: webhook or listing. */
  OTHER_AMOUNT("!          | !        | !     | !"),
  /** The payment failed: webhook. */
  DECLINED(/**/ "FAILED     | !        | .     | ."),
  /** Xendit gave no code: create call, or its answer never came. */
  NOT_CREATED(/**/ "FAILED  | .        | .     | ."),
  /** The time to pay is over and Xendit knows of no payment: the clock. */
  TIME_OVER(/**/ "EXPIRED   | .        | .     | .");

  private final Transitions<TransactionStatus> row;

  TransactionEvent(String row) {
    this.row = new Transitions<>(TransactionStatus.class, row);
  }

  /** The one status this event leads to; null if it never leads anywhere. */
  public TransactionStatus target() {
    return row.target().orElse(null);
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
