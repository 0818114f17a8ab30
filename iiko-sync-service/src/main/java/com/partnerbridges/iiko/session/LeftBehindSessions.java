package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.credential.CredentialVault;
import com.partnerbridges.iiko.gateway.IikoGateway;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.session.StoredConnection.LeftBehind;
import com.partnerbridges.shared.credentials.CredentialException;
import com.partnerbridges.shared.edge.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Frees the licence slot that a dead holder of the lease has left behind. */
@ApplicationScoped
class LeftBehindSessions {

  private static final Logger LOG = Logger.getLogger(LeftBehindSessions.class);

  /** iiko ends a session by itself an hour after its login. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Then it is not for want of patience that a server does not end a session. */
  private static final int MOST_FAILURES = 3;

  private final IikoGateway gateway;
  private final CredentialVault vault;
  private final DiaryRepository diary;
  private final Clock clock;

  LeftBehindSessions(
      IikoGateway gateway, CredentialVault vault, DiaryRepository diary, Clock clock) {
    this.gateway = gateway;
    this.vault = vault;
    this.diary = diary;
    this.clock = clock;
  }

  /**
   * The slot is free afterwards, unless its server will not do it: then the next login goes on all
   * the same, and the token is kept until then, since it may still be good for a logout.
   *
   * @throws IikoTrouble when it may well be freed later: nobody should log in before
   */
  void free(StoredConnection connection, Lease lease) {
    connection
        .leftBehind()
        .ifPresent(
            session -> {
              if (session.since().plus(LONGEST).isBefore(clock.instant())
                  || isLoggedOut(connection, session, lease)) {
                Blocking.on(diary.loggedOut(lease));
              }
            });
  }

  private boolean isLoggedOut(StoredConnection connection, LeftBehind session, Lease lease) {
    try {
      logOut(connection, session);
      LOG.infof("a session that was left behind is ended account=%s", connection.accountId());
      return true;
    } catch (IikoTrouble trouble) {
      int failures = Blocking.on(diary.notLoggedOut(lease));
      if (trouble.kind().isPassing() && failures < MOST_FAILURES) {
        throw trouble;
      }
      keptSlot(connection, trouble.kind().name());
    } catch (CredentialException unreadable) {
      keptSlot(connection, unreadable.getMessage());
    }
    return false;
  }

  private void logOut(StoredConnection connection, LeftBehind session) {
    Secret token = vault.openSession(connection.accountId(), session.sealedToken());
    // no login is needed; the token is what must not be shown
    IikoServer server =
        new IikoServer(
            connection.accountId(),
            session.baseUrl(),
            token,
            token,
            connection.source(),
            connection.zone());
    gateway.logOut(server, token);
  }

  private static void keptSlot(StoredConnection connection, String why) {
    LOG.warnf(
        "a session that was left behind may keep its licence slot for up to an hour account=%s"
            + " why=%s",
        connection.accountId(), why);
  }
}
