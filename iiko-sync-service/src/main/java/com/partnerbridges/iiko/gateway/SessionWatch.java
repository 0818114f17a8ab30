package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.time.Duration;

/** Hears what happens in a session, on the thread that uses it. */
public interface SessionWatch {

  /**
   * A session that is lost is about to be replaced by another: throws when it is no longer ours to
   * do so, since whoever has ended it may have one of his own.
   */
  void loggingInAgain();

  /** A licence slot is taken: the token must be kept before anything else is done with it. */
  void loggedIn(Secret token);

  /** The slot is free again. */
  void loggedOut();

  /**
   * A call has ended.
   *
   * @param outcome {@code answered} or the trouble's kind
   * @param bytes of the answer's body, as far as it came
   */
  void called(String operation, String outcome, long bytes, Duration took);
}
