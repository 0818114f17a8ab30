package com.partnerbridges.shared.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerHttpTest {

  private static final int LARGEST = 100_000;

  private final Set<String> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private Vertx vertx;
  private HttpServer partner;
  private PartnerHttp http;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    partner =
        vertx
            .createHttpServer()
            .connectionHandler(this::count)
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

  /** One call is held in the TLS handshake, the other waits for the only connection. */
  @Test
  void whoGetsNoConnectionInTimeSentNothing() {
    NetServer silence =
        vertx
            .createNetServer()
            .connectHandler(socket -> {})
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    PartnerHttp narrow = with(new PartnerHttpOptions(1, false, Trust.system()));
    URI address = URI.create("https://127.0.0.1:" + silence.actualPort());

    var calls =
        IntStream.range(0, 2)
            .mapToObj(i -> narrow.get(address, Map.of()).subscribeAsCompletionStage())
            .toList();

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(call)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(PartnerHttp.NeverSent.class)
                    .withMessage("no connection in time"));
  }

  @Test
  void noMoreConnectionsThanAllowedAreOpenAtATime() {
    PartnerHttp narrow = with(new PartnerHttpOptions(3, false, Trust.system()));

    IntStream.range(0, 30)
        .mapToObj(i -> narrow.get(address("/status/200"), Map.of()).subscribeAsCompletionStage())
        .toList()
        .forEach(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));

    assertThat(mostOpen.get()).isBetween(1, 3);
  }

  @Test
  void withoutKeepAliveEachCallHasItsConnection() {
    PartnerHttp fresh = with(new PartnerHttpOptions(1, false, Trust.system()));

    IntStream.range(0, 5)
        .forEach(i -> fresh.get(address("/status/200"), Map.of()).await().indefinitely());

    assertThat(connections).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:1, AnnotatedConnectException", "http://a.invalid, UnknownHost"})
  void whereNobodyListensNothingIsSent(URI nobody, String why) {
    assertThatThrownBy(() -> http.get(nobody, Map.of()).await().indefinitely())
        .isInstanceOf(PartnerHttp.NeverSent.class)
        .hasMessageStartingWith(why);
  }

  @Test
  void aCallThatWasSentAndNotAnsweredIsNotSaidToBeUnsent() {
    assertThatThrownBy(() -> http.get(address("/silence"), Map.of()).await().indefinitely())
        .hasRootCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> http.get(address("/hangup"), Map.of()).await().indefinitely())
        .isNotInstanceOf(PartnerHttp.NeverSent.class);
  }

  @Test
  void replySaysWhenToComeAgain() {
    assertThat(http.get(address("/status/429"), Map.of()).await().indefinitely().retryAfter())
        .contains(Duration.ofSeconds(30));
  }

  private PartnerHttp with(PartnerHttpOptions options) {
    return new PartnerHttp(vertx, Duration.ofSeconds(1), Duration.ofSeconds(1), LARGEST, options);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + partner.actualPort() + path);
  }

  private void count(HttpConnection connection) {
    int now = open.incrementAndGet();
    mostOpen.accumulateAndGet(now, Math::max);
    connection.closeHandler(closed -> open.decrementAndGet());
  }

  private void answer(HttpServerRequest request) {
    connections.add(request.remoteAddress().toString());
    String path = request.path();
    if (path.startsWith("/status/")) {
      int status = Integer.parseInt(path.substring("/status/".length()));
      request
          .response()
          .setStatusCode(status)
          .putHeader("Location", "/endless")
          .putHeader("Retry-After", "30")
          .end("answer");
    } else if (path.equals("/hangup")) {
      request.connection().close();
    } else if (path.equals("/endless")) {
      request.response().setChunked(true);
      vertx.setPeriodic(1, timer -> request.response().write("x".repeat(10_000)));
    } else if (path.equals("/drip")) {
      request.response().setChunked(true);
      vertx.setPeriodic(50, timer -> request.response().write("."));
    }
  }
}
