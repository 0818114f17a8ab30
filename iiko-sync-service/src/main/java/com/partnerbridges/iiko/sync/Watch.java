package com.partnerbridges.iiko.sync;

/** Whether a run may go on; asked for every record. */
public interface Watch {

  /**
   * Returns when it may.
   *
   * @throws Stopped when it may not
   */
  void check();
}
