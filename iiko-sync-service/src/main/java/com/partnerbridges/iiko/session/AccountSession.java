package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoSession;
import java.time.ZoneId;

/** An account's one session at its server. It keeps its lease up by itself until it is closed. */
public final class AccountSession implements AutoCloseable {

  private final Lease lease;
  private final IikoSession iiko;
  private final StoredConnection connection;
  private final Diary diary;
  private final LeaseRepository leases;

  AccountSession(
      Lease lease,
      IikoSession iiko,
      StoredConnection connection,
      Diary diary,
      LeaseRepository leases) {
    this.lease = lease;
    this.iiko = iiko;
    this.connection = connection;
    this.diary = diary;
    this.leases = leases;
  }

  public IikoSession iiko() {
    return iiko;
  }

  /** What iiko's dates are meant in. */
  public ZoneId zone() {
    return connection.zone();
  }

  public IikoServer.Source source() {
    return connection.source();
  }

  /** Calls from now on are noted as this run's, and whoever watches hears when it is cancelled. */
  public void about(long runId) {
    diary.about(runId);
    lease.about(runId);
  }

  /** Tells him from now on. */
  public void tell(LeaseWatch watch) {
    lease.tell(watch);
  }

  /** Logs out, unless the lease is lost, and gives it back. */
  @Override
  public void close() {
    if (!lease.isLost()) {
      iiko.close();
    }
    lease.giveBack(leases.release(lease.accountId, lease.holder));
  }
}
