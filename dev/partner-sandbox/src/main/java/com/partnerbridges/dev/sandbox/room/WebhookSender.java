package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Posts webhooks and records how they were received. */
final class WebhookSender {
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
  private static final int ANSWER_TIMEOUT_MILLIS = 30_000;
  private static final int CONNECTIONS = 64;

  private final HttpClient http;
  private final Traffic traffic;

  WebhookSender(Vertx vertx, Traffic traffic) {
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.traffic = traffic;
  }

  /** Never fails: a webhook that cannot be delivered is a delivery with an error. */
  Future<Delivery> send(Webhook webhook, int attempt) {
    Instant time = Instant.now();
    long start = System.nanoTime();
    return post(webhook)
        .map(reply -> delivery(webhook, attempt, time, start, reply, null))
        .otherwise(failure -> delivery(webhook, attempt, time, start, null, failure))
        .onSuccess(traffic::record);
  }

  private Future<Reply> post(Webhook webhook) {
    RequestOptions options;
    try {
      options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(webhook.url());
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
    options.setTimeout(ANSWER_TIMEOUT_MILLIS).putHeader("Content-Type", "application/json");
    webhook.headers().forEach(options::putHeader);
    return http.request(options)
        .compose(request -> request.send(webhook.body()))
        .compose(response -> response.body().map(body -> new Reply(response.statusCode(), body)));
  }

  private Delivery delivery(
      Webhook webhook, int attempt, Instant time, long start, Reply reply, Throwable failure) {
    return new Delivery(
        traffic.nextId(),
        time,
        webhook.reference(),
        webhook.kind(),
        webhook.url(),
        attempt,
        Excerpt.of(webhook.body()),
        reply == null ? null : reply.status(),
        failure == null ? null : failure.getClass().getSimpleName() + ": " + failure.getMessage(),
        reply == null ? "" : Excerpt.of(reply.body()),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private record Reply(int status, Buffer body) {}
}
