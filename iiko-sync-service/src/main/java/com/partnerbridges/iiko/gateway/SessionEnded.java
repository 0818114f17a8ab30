package com.partnerbridges.iiko.gateway;

/** HTTP 401: the token counts for nothing any more. The text that comes with it is never read. */
final class SessionEnded extends RuntimeException {

  SessionEnded() {
    super("the session has ended", null, false, false);
  }
}
