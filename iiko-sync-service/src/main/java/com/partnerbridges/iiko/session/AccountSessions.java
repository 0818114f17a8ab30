package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.credential.CredentialVault;
import com.partnerbridges.iiko.credential.CredentialVault.Login;
import com.partnerbridges.iiko.credential.Unreadable;
import com.partnerbridges.iiko.gateway.IikoGateway;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoSession;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.shared.credentials.CredentialException;
import com.partnerbridges.shared.edge.Problem;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sessions at accounts' servers: one for each account at any moment, across all instances. All
 * calls block.
 */
@ApplicationScoped
public class AccountSessions {

  /** The code of {@link #notConnected}. */
  public static final String NOT_CONNECTED = "NOT_CONNECTED";

  private final IikoGateway gateway;
  private final CredentialVault vault;
  private final Unreadable unreadable;
  private final LeaseRepository leases;
  private final DiaryRepository diaries;
  private final LeftBehindSessions leftBehind;
  private final Clock clock;
  private final Vertx vertx;
  private final Duration length;

  AccountSessions(
      IikoGateway gateway,
      CredentialVault vault,
      Unreadable unreadable,
      LeaseRepository leases,
      DiaryRepository diaries,
      LeftBehindSessions leftBehind,
      Clock clock,
      Vertx vertx,
      IikoConfig config) {
    this.gateway = gateway;
    this.vault = vault;
    this.unreadable = unreadable;
    this.leases = leases;
    this.diaries = diaries;
    this.leftBehind = leftBehind;
    this.clock = clock;
    this.vertx = vertx;
    this.length = config.sync().lease();
  }

  /** The same as {@link #open(String, String, String, Consumer)} when nobody is to be told. */
  public Optional<AccountSession> open(String accountId, String actor, String reason) {
    return open(accountId, actor, reason, refusal -> {});
  }

  /**
   * Logs in with the account's credentials.
   *
   * @param actor who wants to, and {@code reason} what for: both are kept in the audit
   * @param whenRefused hears what is thrown then, while the account is still ours; not when it is
   *     not connected
   * @return empty when somebody else has the account's session
   * @throws IikoTrouble when the server does not let us in; it is stored with the connection, and a
   *     good login clears it
   * @throws Problem 409 NOT_CONNECTED, 409 CREDENTIALS_UNREADABLE
   */
  public Optional<AccountSession> open(
      String accountId, String actor, String reason, Consumer<RuntimeException> whenRefused) {
    Lease lease = newLease(accountId);
    Optional<StoredConnection> claimed =
        Blocking.on(
            leases.claim(accountId, lease.holder, lease.until(), clock.instant(), actor, reason));
    if (claimed.isEmpty() && !Blocking.on(leases.isConnected(accountId))) {
      throw notConnected();
    }
    return claimed.flatMap(connection -> open(connection, lease, actor, whenRefused));
  }

  /**
   * Takes the account's lease for a change of its connection; the account need not be connected.
   *
   * @return empty when somebody else has it
   */
  public Optional<Trial> tryOut(String accountId) {
    Lease lease = newLease(accountId);
    return Blocking.on(leases.claimAny(accountId, lease.holder, lease.until(), clock.instant()))
        .map(
            connection -> {
              lease.keepUp();
              return new Trial(this, connection, lease);
            });
  }

  /** How long it would be until the account's server may be asked so many times more. */
  public Duration pause(String accountId, int more) {
    return gateway.pause(accountId, more);
  }

  /** What is answered about an account that has no credentials here. */
  public static Problem notConnected() {
    return Problem.of(409, NOT_CONNECTED, "The account is not connected to an iiko server.");
  }

  private Optional<AccountSession> open(
      StoredConnection connection,
      Lease lease,
      String actor,
      Consumer<RuntimeException> whenRefused) {
    lease.keepUp();
    boolean open = false;
    try {
      Login login = login(connection, actor);
      leftBehind.free(connection, lease);
      IikoServer server =
          new IikoServer(
              connection.accountId(),
              connection.baseUrl(),
              login.username(),
              login.password(),
              connection.source(),
              connection.zone());
      Diary diary = diary(lease, server.baseUrl());
      AccountSession session =
          new AccountSession(lease, logIn(server, diary, lease), connection, diary, leases);
      open = true;
      return Optional.of(session);
    } catch (IikoTrouble trouble) {
      Blocking.on(diaries.failed(lease, trouble));
      whenRefused.accept(trouble);
      throw trouble;
    } catch (Problem unreadable) {
      whenRefused.accept(unreadable);
      throw unreadable;
    } catch (LeaseLost toAnother) {
      return Optional.empty();
    } finally {
      if (!open) {
        lease.giveBack(leases.release(lease.accountId, lease.holder));
      }
    }
  }

  private IikoSession logIn(IikoServer server, Diary diary, Lease lease) {
    IikoSession session = gateway.logIn(server, diary);
    try {
      Blocking.on(diaries.works(lease, clock.instant()));
      return session;
    } catch (RuntimeException away) {
      session.close();
      throw away;
    }
  }

  private Login login(StoredConnection connection, String actor) {
    try {
      Login login =
          vault.open(connection.accountId(), connection.username(), connection.password());
      if (!connection.isUsable()) {
        Blocking.on(unreadable.takeBack(connection.accountId(), connection.password()));
      }
      return login;
    } catch (CredentialException why) {
      Blocking.on(
          unreadable.setAside(
              connection.accountId(), connection.password(), why, actor, clock.instant()));
      throw Problem.of(
          409,
          "CREDENTIALS_UNREADABLE",
          "The stored credentials cannot be opened. Enter them again, or ask the operator to bring"
              + " back the key that they were stored with.");
    }
  }

  /** For a trial: in and out again. */
  void logInAndOut(IikoServer server, Lease lease) {
    gateway.logIn(server, diary(lease, server.baseUrl())).close();
  }

  void free(StoredConnection connection, Lease lease) {
    leftBehind.free(connection, lease);
  }

  void giveBack(Lease lease) {
    lease.giveBack(leases.releaseOrForget(lease.accountId, lease.holder));
  }

  private Diary diary(Lease lease, URI baseUrl) {
    return new Diary(lease, baseUrl, diaries, vault, clock);
  }

  private Lease newLease(String accountId) {
    return new Lease(accountId, leases, clock, length, vertx);
  }
}
