package com.partnerbridges.iute.webhook;

/**
 * What a stored delivery did.
 *
 * @param copies how often this very body has come, this time included: above 1 nothing was done
 * @param was the payment's status when it came, null for an unknown order
 */
record Receipt(String orderId, String outcome, int copies, String was) {

  boolean repeated() {
    return copies > 1;
  }
}
