package com.partnerbridges.dev.sandbox.powercode;

/**
 * What PowerCode does not do, and its number for that. Only 23 is known; the others are
 * assumptions.
 */
final class PowercodeRefusal extends RuntimeException {
  static final int WRONG_KEY = 1;
  static final int NO_SUCH_ACTION = 2;
  static final int INVALID = 3;
  static final int NOT_FOUND = 4;
  static final int BROKEN = 5;
  static final int NOT_GEOCODED = 23;
  private static final long serialVersionUID = 1;

  private final int statusCode;

  PowercodeRefusal(int statusCode, String message) {
    super(message, null, false, false);
    this.statusCode = statusCode;
  }

  int statusCode() {
    return statusCode;
  }
}
