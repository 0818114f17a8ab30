package com.partnerbridges.xendit.gateway;

/** What asking Xendit for a code came to. */
public sealed interface CodeOutcome {

  /** There is a code, and this is what it says. */
  record Created(String qrId, String qrisString) implements CodeOutcome {}

  /** Xendit said no; there is no code. */
  record Refused(String errorCode) implements CodeOutcome {}

  /** No usable answer: whether there is a code is not known. */
  record Unclear(String why) implements CodeOutcome {}
}
