package com.partnerbridges.iiko.sync;

/** A record that has no place in our tables, with the reason for a person. */
final class Unstorable extends RuntimeException {

  Unstorable(String reason) {
    super(reason, null, false, false);
  }
}
