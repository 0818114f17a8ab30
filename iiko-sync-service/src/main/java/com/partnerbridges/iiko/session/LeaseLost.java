package com.partnerbridges.iiko.session;

/** Somebody else has the account's session now: nothing more may be done in this one. */
public final class LeaseLost extends RuntimeException {

  LeaseLost() {
    super("somebody else has the account's session", null, false, false);
  }
}
