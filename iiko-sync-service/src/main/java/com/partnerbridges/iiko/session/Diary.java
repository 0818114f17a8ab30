package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.credential.CredentialVault;
import com.partnerbridges.iiko.gateway.SessionWatch;
import com.partnerbridges.shared.edge.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the token of a session while it has a licence slot, and counts what it asked for. */
final class Diary implements SessionWatch {

  private static final Logger LOG = Logger.getLogger(Diary.class);

  private final Lease lease;
  private final URI baseUrl;
  private final DiaryRepository diary;
  private final CredentialVault vault;
  private final Clock clock;
  private volatile Long runId;

  Diary(Lease lease, URI baseUrl, DiaryRepository diary, CredentialVault vault, Clock clock) {
    this.lease = lease;
    this.baseUrl = baseUrl;
    this.diary = diary;
    this.vault = vault;
    this.clock = clock;
  }

  void about(long run) {
    runId = run;
  }

  /**
   * @throws LeaseLost when it is the next holder of the lease who has logged our session out
   */
  @Override
  public void loggingInAgain() {
    if (!lease.renew()) {
      throw new LeaseLost();
    }
  }

  /**
   * @throws LeaseLost when the slot is somebody else's to take
   */
  @Override
  public void loggedIn(Secret token) {
    String kept = vault.sealSession(lease.accountId, token);
    if (!Blocking.on(diary.loggedIn(lease, kept, baseUrl, clock.instant()))) {
      throw new LeaseLost();
    }
  }

  @Override
  public void loggedOut() {
    quietly(() -> Blocking.on(diary.loggedOut(lease)));
  }

  @Override
  public void called(String operation, String outcome, long bytes, Duration took) {
    quietly(
        () ->
            Blocking.on(
                diary.called(
                    lease.accountId, runId, operation, outcome, bytes, took, clock.instant())));
  }

  /** A call that was made is not undone because it could not be noted. */
  private void quietly(Runnable note) {
    // a thread that is interrupted could not wait for the database
    boolean interrupted = Thread.interrupted();
    try {
      note.run();
    } catch (RuntimeException away) {
      LOG.warnf("a call is not noted account=%s why=%s", lease.accountId, away.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
