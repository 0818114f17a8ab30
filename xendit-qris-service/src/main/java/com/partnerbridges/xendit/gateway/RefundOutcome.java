package com.partnerbridges.xendit.gateway;

/** What asking Xendit for a refund came to. */
public sealed interface RefundOutcome {

  /** Xendit has it. */
  record Accepted(String refundId, boolean failed, boolean succeeded) implements RefundOutcome {}

  /** Xendit said no; nothing was refunded. */
  record Refused(String errorCode) implements RefundOutcome {}

  /** Xendit could not be asked; nothing was refunded. */
  record NotAsked(String why) implements RefundOutcome {}

  /** No usable answer: whether the money goes back is not known. */
  record Unclear(String why) implements RefundOutcome {}
}
