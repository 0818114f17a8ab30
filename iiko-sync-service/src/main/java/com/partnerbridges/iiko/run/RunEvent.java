package com.partnerbridges.iiko.run;

import com.partnerbridges.shared.state.Transitions;

/**
 * The state table of runs and of their parts. A column is the state that the event finds; a cell is
 * the state it leads to, and {@code .} where it comes too late to change anything.
 */
public enum RunEvent {
  //              QUEUED    RUNNING     SUCCEEDED  PARTIAL  FAILED  CANCELLED
  /** An instance works on it; it may have been another's that died. */
  BEGUN(/*    */ "RUNNING | RUNNING   | .        | .      | .     | .        "),
  /** The server has passing trouble, or the instance ends: again later. */
  PUT_OFF(/*  */ ".       | QUEUED    | .        | .      | .     | .        "),
  /** All was compared. */
  DONE(/*     */ ".       | SUCCEEDED | .        | .      | .     | .        "),
  /** All was compared, but for some records. */
  PARTLY(/*   */ ".       | PARTIAL   | .        | .      | .     | .        "),
  /** It cannot be done, or was tried too often. */
  GIVEN_UP(/* */ ".       | FAILED    | .        | .      | .     | .        "),
  /** Nobody works on it, and somebody asks that nobody does. */
  WITHDRAWN(/**/ "CANCELLED| .        | .        | .      | .     | .        "),
  /** Whoever works on it has heard that it is not wanted any more. */
  CANCELLED(/**/ ".       | CANCELLED | .        | .      | .     | .        ");

  private final Transitions<RunState> row;

  RunEvent(String row) {
    this.row = new Transitions<>(RunState.class, row);
  }

  /** The one state this event leads to. */
  RunState target() {
    return row.target().orElseThrow();
  }

  /** The states from which it leads there, by name. */
  String[] movesFrom() {
    return row.movesFrom();
  }
}
