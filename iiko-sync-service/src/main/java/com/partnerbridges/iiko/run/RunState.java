package com.partnerbridges.iiko.run;

import java.util.Arrays;

/** Where a run stands, and each of its parts. What leads from one to another: {@link RunEvent}. */
public enum RunState {
  /** Its time comes. */
  QUEUED,
  /** Worked on, or left by an instance that died and soon taken over. */
  RUNNING,
  /** All of it is as the server has it. */
  SUCCEEDED,
  /** The same, but for records that could not be read or stored. */
  PARTIAL,
  /** It came to an end before all was compared. */
  FAILED,
  /** Somebody asked for it. */
  CANCELLED;

  public boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }

  /** The names of the states that something still comes after. */
  static String[] open() {
    return Arrays.stream(values()).filter(RunState::isOpen).map(Enum::name).toArray(String[]::new);
  }
}
