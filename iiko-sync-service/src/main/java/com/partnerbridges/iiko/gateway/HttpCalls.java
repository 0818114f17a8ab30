package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * HTTP for threads that wait, one connection for each call: to the address that was checked, for
 * the name that the certificate must have. Redirects are not followed. Made at the start: a client
 * that is made while a request is served ends with the HTTP server, before the sessions have.
 */
final class HttpCalls {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int CALLS_AT_ONCE = 256;

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration connectTime;
  private final long largestBody;

  /**
   * @param options whom to trust; all else is set here
   */
  HttpCalls(Vertx vertx, HttpClientOptions options, Duration connectTime, long largestBody) {
    this.vertx = vertx;
    this.connectTime = connectTime;
    this.largestBody = largestBody;
    this.client =
        vertx.createHttpClient(
            options
                .setConnectTimeout((int) connectTime.toMillis())
                .setSslHandshakeTimeout(connectTime.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setKeepAlive(false)
                .setMaxPoolSize(CALLS_AT_ONCE)
                // strangers are not told of our traces
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  /**
   * The beginning of the answer; who gets it closes its body.
   *
   * @param patience with a silent server
   */
  Reply call(Target target, Ask ask, Duration patience, Attempt attempt) {
    HttpCall call = new HttpCall(attempt, ask.form(), patience, largestBody);
    // a context of its own: the caller's might be a thread that waits
    vertx
        .nettyEventLoopGroup()
        .next()
        .execute(() -> client.request(options(target, ask)).onComplete(call::connected));
    // for TCP, and for TLS
    Reply reply = call.await(connectTime.multipliedBy(2));
    attempt.answered(reply);
    return reply;
  }

  private static RequestOptions options(Target target, Ask ask) {
    Operation operation = ask.operation();
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(target.port(), target.ip()))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.tls())
            .setMethod(operation.method())
            .setURI(target.path() + operation.path() + ask.query())
            .putHeader("Accept", operation.accept())
            .putHeader("Accept-Encoding", "identity");
    if (operation.method() == HttpMethod.POST) {
      options.putHeader("Content-Type", FORM);
    }
    if (ask.token() != null) {
      boolean bearer = operation == Operation.INVOICES_JSON;
      options.putHeader(
          bearer ? "Authorization" : "Cookie", (bearer ? "Bearer " : "key=") + ask.token().value());
    }
    return options;
  }

  static IikoTrouble unreachable(String message) {
    return new IikoTrouble(Kind.UNREACHABLE, message);
  }
}
