package com.partnerbridges.iiko.sync;

/** A run is not to go on here. */
public final class Stopped extends RuntimeException {

  /** Why it is not. */
  public enum Why {
    /** Another instance has the account now: not one word more about it. */
    LOST,
    /** Somebody has asked for it. */
    CANCELLED,
    /** This instance ends, and another goes on. */
    SHUTDOWN
  }

  private final Why why;

  public Stopped(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
