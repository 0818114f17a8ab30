package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.credential.CredentialVault;
import com.partnerbridges.iiko.credential.CredentialVault.Login;
import com.partnerbridges.iiko.gateway.IikoGateway;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.session.AccountSession;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.iiko.session.LeaseLost;
import com.partnerbridges.iiko.session.Trial;
import com.partnerbridges.shared.edge.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.logging.Logger;

/** Connects accounts: nothing is stored that was not seen to work. All calls block. */
@ApplicationScoped
class ConnectionService {

  private static final Logger LOG = Logger.getLogger(ConnectionService.class);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final AccountSessions sessions;
  private final IikoGateway gateway;
  private final CredentialVault vault;
  private final ConnectionRepository connections;
  private final StatusRepository status;
  private final Clock clock;
  private final Long[] intervals;

  ConnectionService(
      AccountSessions sessions,
      IikoGateway gateway,
      CredentialVault vault,
      ConnectionRepository connections,
      StatusRepository status,
      Clock clock,
      IikoConfig config) {
    this.sessions = sessions;
    this.gateway = gateway;
    this.vault = vault;
    this.connections = connections;
    this.status = status;
    this.clock = clock;
    this.intervals =
        Arrays.stream(Entity.values())
            .map(entity -> interval(config.sync().interval(), entity).toSeconds())
            .toArray(Long[]::new);
  }

  ConnectionView connect(String accountId, Wish.Connect wish, String actor) {
    Settings settings = Settings.of(wish);
    Login login = new Login(Secret.of(wish.username()), Secret.of(wish.password()));
    check(settings);
    try (Trial trial = trial(accountId)) {
      if (!store(trial, false, settings, login, actor)) {
        throw Refusal.busy();
      }
    }
    return view(accountId);
  }

  ConnectionView change(String accountId, Wish.Credentials wish, String actor) {
    Login login = new Login(Secret.of(wish.username()), Secret.of(wish.password()));
    try (Trial trial = trial(accountId)) {
      if (!trial.before().isConnected()) {
        throw AccountSessions.notConnected();
      }
      Settings settings = Settings.of(trial.before(), wish);
      check(settings);
      if (!store(trial, true, settings, login, actor)) {
        throw view(accountId).isConnected() ? Refusal.busy() : AccountSessions.notConnected();
      }
    }
    return view(accountId);
  }

  private void check(Settings settings) {
    try {
      gateway.check(settings.baseUrl());
    } catch (IikoTrouble trouble) {
      throw Refusal.of(trouble);
    }
  }

  /** A login with what is stored; when it works, what waited for the server waits no longer. */
  ConnectionView test(String accountId, String actor) {
    try (AccountSession session =
        Patience.with(() -> sessions.open(accountId, actor, "connection test"))
            .orElseThrow(Refusal::busy)) {
      await(connections.answers(accountId, clock.instant()));
      LOG.infof("connection tested account=%s", accountId);
    } catch (IikoTrouble trouble) {
      throw Refusal.of(trouble);
    }
    return view(accountId);
  }

  void disconnect(String accountId, String actor) {
    if (await(connections.disconnect(accountId, actor, clock.instant()))) {
      LOG.infof("disconnected account=%s", accountId);
    }
    // whoever works at the moment ends the session himself
    sessions
        .tryOut(accountId)
        .ifPresent(
            trial -> {
              try (trial) {
                trial.freeLeftBehind();
              }
            });
  }

  private Trial trial(String accountId) {
    return Patience.with(() -> sessions.tryOut(accountId))
        .orElseThrow(
            () -> await(connections.isSyncing(accountId)) ? Refusal.syncing() : Refusal.busy());
  }

  private boolean store(
      Trial trial, boolean isChange, Settings settings, Login login, String actor) {
    String accountId = trial.before().accountId();
    try {
      trial.logInAndOut(
          new IikoServer(
              accountId,
              settings.baseUrl(),
              login.username(),
              login.password(),
              settings.source(),
              settings.zone()));
    } catch (IikoTrouble trouble) {
      throw Refusal.of(trouble);
    } catch (LeaseLost toAnother) {
      throw Refusal.busy();
    }
    boolean stored =
        await(
            connections.store(
                accountId,
                trial.holder(),
                isChange,
                settings,
                vault.seal(accountId, login),
                intervals,
                actor,
                clock.instant()));
    if (stored) {
      LOG.infof("connected account=%s", accountId);
    }
    return stored;
  }

  private ConnectionView view(String accountId) {
    return await(status.connection(accountId));
  }

  private static Duration interval(IikoConfig.Interval intervals, Entity entity) {
    return switch (entity) {
      case RESTAURANTS -> intervals.restaurants();
      case STORES -> intervals.stores();
      case SUPPLIERS -> intervals.suppliers();
      case INVOICES -> intervals.invoices();
    };
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(MOST);
  }
}
