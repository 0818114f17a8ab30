package com.partnerbridges.xendit.gateway;

import java.util.List;

/** What asking Xendit for the payments of a code came to. */
public sealed interface PaymentsOutcome {

  /** All that Xendit knows of, successful ones only. */
  record Known(List<PaidPart> payments) implements PaymentsOutcome {}

  /** Xendit has no such code. */
  record UnknownCode() implements PaymentsOutcome {}

  /** No usable answer. */
  record Unclear(String why) implements PaymentsOutcome {}
}
