package com.partnerbridges.xendit.transaction;

import java.util.Arrays;
import java.util.List;

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

  private static final String NOTHING_NEW = ".";
  private static final String CONTRADICTION = "!";

  private final TransactionStatus target;
  private final String[] movesFrom;
  private final String[] contradicts;

  TransactionEvent(String row) {
    List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
    target =
        cells.stream()
            .filter(cell -> !cell.equals(NOTHING_NEW) && !cell.equals(CONTRADICTION))
            .map(TransactionStatus::valueOf)
            .findFirst()
            .orElse(null);
    movesFrom = target == null ? new String[0] : where(cells, target.name());
    contradicts = where(cells, CONTRADICTION);
  }

  /** The one status this event leads to; null if it never leads anywhere. */
  public TransactionStatus target() {
    return target;
  }

  /** The statuses from which it leads there, by name. */
  public String[] movesFrom() {
    return movesFrom.clone();
  }

  /** The statuses that it contradicts, by name. */
  public String[] contradicts() {
    return contradicts.clone();
  }

  private static String[] where(List<String> cells, String cell) {
    return Arrays.stream(TransactionStatus.values())
        .filter(status -> cells.get(status.ordinal()).equals(cell))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
