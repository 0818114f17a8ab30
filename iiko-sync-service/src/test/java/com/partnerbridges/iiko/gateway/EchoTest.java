package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import com.partnerbridges.shared.edge.Secret;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server that tells everything that it was told. */
class EchoTest extends GatewayTest {

  private static final String TOKEN = "canary-token-0123456789";
  private static final String PASSWORD = "canary-password";

  @Test
  void refusalNeverShowsASecret() throws Exception {
    HttpServer echo =
        vertx
            .createHttpServer()
            .requestHandler(EchoTest::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    IikoServer server =
        server(URI.create("http://127.0.0.1:" + echo.actualPort()), PASSWORD, Source.XML);

    IikoTrouble trouble;
    try (IikoSession session = gateway(ServerSettings.USUAL).logIn(server, watch)) {
      trouble = trouble(() -> session.stores(new Collected<>()));
    }

    assertThat(trouble.kind()).isEqualTo(Kind.REFUSED);
    assertThat(trouble).hasMessageContaining("no such thing");
    assertThat(trouble.getMessage().length()).isLessThan(300);
    assertThat(Stream.of(trouble.toString(), watch.events.toString(), watch.tokens.toString()))
        .noneMatch(it -> it.contains("canary") || it.contains(PasswordHash.of(server.password())));
  }

  private static void answer(HttpServerRequest request) {
    if (request.path().endsWith("/stores")) {
      String told =
          "no such thing: %s %s %s %s"
              .formatted(
                  request.getHeader("Cookie"),
                  PASSWORD,
                  PasswordHash.of(Secret.of(PASSWORD)),
                  "x".repeat(100_000));
      request.response().setStatusCode(400).end(told);
    } else {
      request.response().end(TOKEN);
    }
  }
}
