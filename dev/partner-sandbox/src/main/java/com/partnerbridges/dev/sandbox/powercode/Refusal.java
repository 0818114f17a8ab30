package com.partnerbridges.dev.sandbox.powercode;

/**
 * What an action says instead of being done.
 *
 * @param times number of calls it lasts for; 0 = until the reset
 */
record Refusal(int statusCode, String message, int times) {
  Refusal {
    if (statusCode == 0 || times < 0) {
      throw new IllegalArgumentException("statusCode must not be 0, times not negative");
    }
  }
}
