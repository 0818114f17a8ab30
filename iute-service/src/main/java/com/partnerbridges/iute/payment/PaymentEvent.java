package com.partnerbridges.iute.payment;

import java.util.Arrays;
import java.util.List;

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

  private static final String NOTHING_NEW = ".";
  private static final String CONTRADICTION = "!";

  private final PaymentStatus target;
  private final String[] movesFrom;
  private final String[] contradicts;

  PaymentEvent(String row) {
    List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
    target =
        cells.stream()
            .filter(cell -> !cell.equals(NOTHING_NEW) && !cell.equals(CONTRADICTION))
            .map(PaymentStatus::valueOf)
            .findFirst()
            .orElseThrow();
    movesFrom = where(cells, target.name());
    contradicts = where(cells, CONTRADICTION);
  }

  /** The one status this event leads to. */
  public PaymentStatus target() {
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
    return Arrays.stream(PaymentStatus.values())
        .filter(status -> cells.get(status.ordinal()).equals(cell))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
