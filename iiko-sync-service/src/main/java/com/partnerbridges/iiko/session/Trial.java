package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import java.util.UUID;

/** The lease of an account whose connection is being changed. */
public final class Trial implements AutoCloseable {

  private final AccountSessions sessions;
  private final StoredConnection before;
  private final Lease lease;

  Trial(AccountSessions sessions, StoredConnection before, Lease lease) {
    this.sessions = sessions;
    this.before = before;
    this.lease = lease;
  }

  /** What is stored, with credentials or without. */
  public StoredConnection before() {
    return before;
  }

  /** Whoever stores something does so only while this is the connection's holder. */
  public UUID holder() {
    return lease.holder;
  }

  /**
   * Logs in and out again. Another session that was left behind is ended first.
   *
   * @throws IikoTrouble when the server does not let us in; it is not stored
   * @throws LeaseLost when somebody else has the account's session now
   */
  public void logInAndOut(IikoServer server) {
    freeLeftBehind();
    sessions.logInAndOut(server, lease);
  }

  /** As far as possible: its server may be away, or not the account's any more. */
  public void freeLeftBehind() {
    try {
      sessions.free(before, lease);
    } catch (IikoTrouble away) {
      // then it ends by itself within an hour
    }
  }

  @Override
  public void close() {
    sessions.giveBack(lease);
  }
}
