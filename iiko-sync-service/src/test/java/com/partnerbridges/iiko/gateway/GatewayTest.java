package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.testkit.MovableClock;
import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.shared.edge.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway, and a server of the sandbox for each test. */
abstract class GatewayTest {

  static final LocalDate FROM = LocalDate.of(2000, 1, 1);
  static final LocalDate TO = LocalDate.of(2100, 1, 1);

  static Vertx vertx;
  static PartnerSandbox sandbox;

  final MovableClock clock = new MovableClock();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final HeardWatch watch = new HeardWatch();
  IikoSandboxClient iiko;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
  }

  @AfterAll
  static void shut() {
    sandbox.close();
    vertx.close();
  }

  @BeforeEach
  void newServer() {
    iiko = new IikoSandboxClient(sandbox.url(), "t" + UUID.randomUUID().toString().substring(0, 8));
    iiko.use();
  }

  final IikoGateway gateway(ServerSettings settings) {
    return gateway(settings, new HttpClientOptions(), Resolver.SYSTEM, Pauses.REAL);
  }

  final IikoGateway gateway(
      ServerSettings settings, HttpClientOptions http, Resolver resolver, Pauses pauses) {
    HttpCalls calls =
        new HttpCalls(
            vertx, http, settings.connectTimeout(), settings.maxResponseSize().asLongValue());
    return new IikoGateway(settings, calls, resolver, pauses, clock, metrics);
  }

  final IikoServer server() {
    return server(iiko.baseUrl(), IikoSandboxClient.PASSWORD, Source.XML);
  }

  static IikoServer server(URI baseUrl, String password, Source source) {
    return new IikoServer(
        "acc-1",
        baseUrl,
        Secret.of(IikoSandboxClient.USERNAME),
        Secret.of(password),
        source,
        ZoneId.of("Europe/Rome"));
  }

  /** Logged in with the usual settings, and out again. */
  final void inSession(Consumer<IikoSession> work) {
    inSession(ServerSettings.USUAL, work);
  }

  final void inSession(ServerSettings settings, Consumer<IikoSession> work) {
    try (IikoSession session = gateway(settings).logIn(server(), watch)) {
      work.accept(session);
    }
  }

  final IikoTrouble loginTrouble() {
    return trouble(() -> gateway(ServerSettings.USUAL).logIn(server(), watch));
  }

  static IikoTrouble trouble(ThrowingCallable call) {
    return catchThrowableOfType(IikoTrouble.class, call);
  }
}
