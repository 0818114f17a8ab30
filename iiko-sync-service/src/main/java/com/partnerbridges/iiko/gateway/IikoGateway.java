package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.edge.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * The way to accounts' iiko servers. iiko's field names stop here. All calls block, and none may be
 * made on an event loop.
 */
@Startup
@ApplicationScoped
public class IikoGateway {

  private final Calls calls;
  private final Pace pace;
  private final Clock clock;
  private final Duration longestSession;

  @Inject
  IikoGateway(Vertx vertx, IikoConfig config, Clock clock, MeterRegistry metrics) {
    this(
        config.server(),
        new HttpCalls(
            vertx,
            new HttpClientOptions(),
            config.server().connectTimeout(),
            config.server().maxResponseSize().asLongValue()),
        Resolver.SYSTEM,
        Pauses.REAL,
        clock,
        metrics);
  }

  IikoGateway(
      IikoConfig.Server config,
      HttpCalls http,
      Resolver resolver,
      Pauses pauses,
      Clock clock,
      MeterRegistry metrics) {
    this.pace = new Pace(config.requestsPerMinute(), clock, pauses);
    this.calls =
        new Calls(
            config,
            new AddressRules(config.allowPrivateAddresses(), resolver),
            http,
            new Answers(clock),
            pace,
            pauses,
            metrics);
    this.clock = clock;
    this.longestSession = config.tokenRefreshInterval();
  }

  /**
   * Takes a licence slot, until the session is closed.
   *
   * @throws IikoTrouble when there is none, or no such server, or no such user
   */
  public IikoSession logIn(IikoServer server, SessionWatch watch) {
    pace.forget();
    LiveSession session = new LiveSession(calls, server, watch, clock, longestSession);
    session.logIn();
    return session;
  }

  /** How long it would be until the account's server may be asked so many times more. */
  public Duration pause(String accountId, int more) {
    return pace.pause(accountId, more);
  }

  /**
   * Frees a slot that was left behind. A token that the server does not know is as good as freed.
   *
   * @throws IikoTrouble when the server cannot be asked
   */
  public void logOut(IikoServer server, Secret token) {
    try {
      calls.ask(
          server, Unwatched.SESSION, Ask.of(Operation.LOGOUT, token), (reply, attempt) -> null);
    } catch (SessionEnded already) {
      // as it should be
    }
  }

  /**
   * Whether a server may be called at this address; whether one is there is not asked.
   *
   * @throws IikoTrouble ADDRESS_NOT_ALLOWED, NOT_AN_IIKO_SERVER when it is no address at all,
   *     UNREACHABLE when nobody knows the name
   */
  public void check(URI baseUrl) {
    calls.check(baseUrl);
  }
}
