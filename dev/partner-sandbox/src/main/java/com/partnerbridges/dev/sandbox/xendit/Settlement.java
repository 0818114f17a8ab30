package com.partnerbridges.dev.sandbox.xendit;

import java.util.List;

/** How a refund ends. */
record Settlement(String status) {
  private static final List<String> ENDS = List.of(XenditRefund.SUCCEEDED, XenditRefund.FAILED);

  Settlement {
    if (!ENDS.contains(String.valueOf(status))) {
      throw new IllegalArgumentException("status must be one of " + ENDS);
    }
  }
}
