package com.partnerbridges.dev.sandbox.iiko;

/** iiko does not do what it is asked for: a status, and a text for people. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  Refused(int status, String text) {
    super(text);
    this.status = status;
  }

  int status() {
    return status;
  }
}
