package com.partnerbridges.utopia.order;

/** Where an order stands. */
public enum OrderState {
  /** Called for, and not begun. */
  RECEIVED,
  /** Being worked on, or waiting for its next try. */
  IN_PROGRESS,
  /** Customer, services and ticket are there. */
  DONE,
  /** UTOPIA has no such order for us: another provider's. */
  NOT_OURS,
  /** It goes on only after a person has decided something. */
  NEEDS_ATTENTION,
  /** Tried as often as the settings allow. */
  DEAD,
  /** A person has dealt with it. */
  RESOLVED;

  /** Whether it is worked on without a person. */
  public boolean isOpen() {
    return this == RECEIVED || this == IN_PROGRESS;
  }

  /** Whether a person may start it again, or set it aside. */
  public boolean hasStopped() {
    return this == NEEDS_ATTENTION || this == DEAD || this == NOT_OURS;
  }
}
