package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.time.Duration;

/** For a session whose own watch is gone. */
enum Unwatched implements SessionWatch {
  SESSION;

  @Override
  public void loggingInAgain() {}

  @Override
  public void loggedIn(Secret token) {}

  @Override
  public void loggedOut() {}

  @Override
  public void called(String operation, String outcome, long bytes, Duration took) {}
}
