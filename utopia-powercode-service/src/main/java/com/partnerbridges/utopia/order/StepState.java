package com.partnerbridges.utopia.order;

/** Where a step of an order stands. */
public enum StepState {
  /** Not begun, or known to have had no effect. */
  WAITING,
  /** Being done; or it was, when its instance died. */
  STARTED,
  /** Sent to PowerCode, and not known whether it was done. */
  UNCLEAR,
  /** Refused, or a person must decide. */
  FAILED,
  DONE
}
