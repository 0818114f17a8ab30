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
   * The slot is free afterwards, or will never be freed by us.
   *
   * @throws IikoTrouble when it may be freed later
   */
  void free(StoredConnection connection, Lease lease) {
    connection
        .leftBehind()
        .ifPresent(
            session -> {
              if (session.since().plus(LONGEST).isAfter(clock.instant())) {
                logOut(connection, session);
              }
              Blocking.on(diary.loggedOut(lease));
            });
  }

  private void logOut(StoredConnection connection, LeftBehind session) {
    try {
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
      LOG.infof("a session that was left behind is ended account=%s", connection.accountId());
    } catch (IikoTrouble trouble) {
      if (trouble.kind().isPassing()) {
        throw trouble;
      }
    } catch (CredentialException unreadable) {
      LOG.warnf(
          "a session that was left behind cannot be ended account=%s why=%s",
          connection.accountId(), unreadable.getMessage());
    }
  }
}
