package com.partnerbridges.iiko.session;

/** Hears on an event loop what becomes of a lease, however long its server is silent. */
public interface LeaseWatch {

  LeaseWatch NOBODY =
      new LeaseWatch() {
        @Override
        public void over() {}

        @Override
        public void cancelled(long runId) {}
      };

  /**
   * Somebody else has the account's session, or may have, since the database was away for too long;
   * told at every beat.
   */
  void over();

  /** Somebody has asked to cancel the run; told at every beat. */
  void cancelled(long runId);
}
