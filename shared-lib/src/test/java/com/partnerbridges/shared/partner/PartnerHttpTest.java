package com.partnerbridges.shared.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerHttpTest {

  private static final int LARGEST = 100_000;

  private final Set<String> connections = ConcurrentHashMap.newKeySet();
  private Vertx vertx;
  private HttpServer partner;
  private PartnerHttp http;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    partner =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    http = new PartnerHttp(vertx, Duration.ofSeconds(1), Duration.ofSeconds(1), LARGEST);
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void everyStatusIsAnAnswer() {
    PartnerHttp.Reply reply = http.get(address("/status/404"), Map.of()).await().indefinitely();

    assertThat(reply.status()).isEqualTo(404);
    assertThat(new String(reply.body())).isEqualTo("answer");
  }

  @Test
  void callsShareConnections() {
    IntStream.range(0, 50)
        .forEach(i -> http.get(address("/status/200"), Map.of()).await().indefinitely());

    // the next call may come before the last one's connection is back
    assertThat(connections).hasSizeLessThan(5);
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(http.get(address("/status/302"), Map.of()).await().indefinitely().status())
        .isEqualTo(302);
  }

  @Test
  void anEndlessAnswerFailsAtTheLimit() {
    assertThatThrownBy(() -> http.get(address("/endless"), Map.of()).await().indefinitely())
        .isInstanceOf(PartnerHttp.TooLarge.class);
  }

  @Test
  void aDrippingAnswerFailsInTime() {
    assertThatThrownBy(() -> http.get(address("/drip"), Map.of()).await().indefinitely())
        .hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void whatFailedLeavesRoomForTheNext() {
    IntStream.range(0, 40)
        .mapToObj(i -> http.get(address("/silence"), Map.of()).subscribeAsCompletionStage())
        .toList()
        .forEach(call -> assertThat(call).failsWithin(Duration.ofSeconds(10)));

    assertThat(http.get(address("/status/200"), Map.of()).await().indefinitely().status())
        .isEqualTo(200);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + partner.actualPort() + path);
  }

  private void answer(HttpServerRequest request) {
    connections.add(request.remoteAddress().toString());
    String path = request.path();
    if (path.startsWith("/status/")) {
      int status = Integer.parseInt(path.substring("/status/".length()));
      request.response().setStatusCode(status).putHeader("Location", "/endless").end("answer");
    } else if (path.equals("/endless")) {
      request.response().setChunked(true);
      vertx.setPeriodic(1, timer -> request.response().write("x".repeat(10_000)));
    } else if (path.equals("/drip")) {
      request.response().setChunked(true);
      vertx.setPeriodic(50, timer -> request.response().write("."));
    }
  }
}
