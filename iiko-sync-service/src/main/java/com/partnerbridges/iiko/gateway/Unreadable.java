package com.partnerbridges.iiko.gateway;

/** A record has something in it that cannot be read; the others are read all the same. */
final class Unreadable extends Exception {

  /**
   * @param reason one line for a person
   */
  Unreadable(String reason) {
    super(reason, null, false, false);
  }
}
