package com.partnerbridges.shared.partner;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to a partner, bounded in everything: connections, waiting calls, time and size. A call takes
 * at most the answer time in all, waiting and connecting included, also when the answer drips; an
 * answer over the size limit fails the call before it fills the memory. Redirects are not followed.
 * Every status is an answer; network faults, time-outs and oversize are failures, of type {@link
 * NeverSent} when nothing was sent.
 *
 * <p>A client that is made while a request is served ends with the HTTP server, before the work
 * that a stopping instance still finishes. So it is made at the start, by a bean that is {@code
 * io.quarkus.runtime.Startup}; anywhere else it is an {@link IllegalStateException}.
 */
public final class PartnerHttp {

  /**
   * What a partner answered.
   *
   * @param status the HTTP status
   * @param body the whole body, empty when there was none
   * @param retryAfter how long it asks to be left alone; at most 24 hours
   */
  public record Reply(int status, byte[] body, Optional<Duration> retryAfter) {}

  /** The answer was larger than the limit. */
  public static final class TooLarge extends RuntimeException {
    TooLarge(int limit) {
      super("the answer is larger than " + limit + " bytes", null, false, false);
    }
  }

  /** Nothing left for the partner: no connection was had, or none in time. */
  public static final class NeverSent extends RuntimeException {
    NeverSent(String why) {
      super(why, null, false, false);
    }
  }

  private static final int WAITING_CALLS = 512;

  private final HttpClient client;
  private final Duration answerTime;
  private final int largestBody;

  /**
   * @param connectTime time to connect
   * @param answerTime time from the call to the end of the answer
   * @param largestBody size limit of an answer in bytes
   */
  public PartnerHttp(Vertx vertx, Duration connectTime, Duration answerTime, int largestBody) {
    this(vertx, connectTime, answerTime, largestBody, PartnerHttpOptions.USUAL);
  }

  /**
   * @param connectTime time to connect
   * @param answerTime time from the call to the end of the answer
   * @param largestBody size limit of an answer in bytes
   */
  public PartnerHttp(
      Vertx vertx,
      Duration connectTime,
      Duration answerTime,
      int largestBody,
      PartnerHttpOptions options) {
    if (Vertx.currentContext() != null) {
      throw new IllegalStateException("a client of a partner is made at the start");
    }
    HttpClientOptions client =
        new HttpClientOptions()
            .setConnectTimeout((int) connectTime.toMillis())
            .setMaxPoolSize(options.connections())
            .setMaxWaitQueueSize(WAITING_CALLS)
            .setKeepAlive(options.keepAlive())
            .setKeepAliveTimeout(15)
            // strangers are not told of our traces; the span is around the call
            .setTracingPolicy(TracingPolicy.IGNORE);
    this.client = vertx.createHttpClient(options.trust().applyTo(client));
    this.answerTime = answerTime;
    this.largestBody = largestBody;
  }

  public Uni<Reply> get(URI address, Map<String, String> headers) {
    return call(HttpMethod.GET, address, headers, Buffer.buffer());
  }

  public Uni<Reply> post(URI address, Map<String, String> headers, byte[] body) {
    return call(HttpMethod.POST, address, headers, Buffer.buffer(body));
  }

  private Uni<Reply> call(
      HttpMethod method, URI address, Map<String, String> headers, Buffer body) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setAbsoluteURI(address.toString());
    headers.forEach(options::putHeader);
    return Uni.createFrom()
        .deferred(
            () -> {
              Call call = new Call();
              return Uni.createFrom()
                  .<Reply>emitter(done -> call.begin(options, body, done))
                  .ifNoItem()
                  .after(answerTime)
                  .failWith(call::giveUp);
            });
  }

  /** One call. Its connection is kept for the next one only if the answer came to its end. */
  private final class Call {
    private final Buffer collected = Buffer.buffer();
    private UniEmitter<? super Reply> done;
    private HttpClientRequest request;
    private boolean sent;
    private boolean answered;
    private boolean over;

    void begin(RequestOptions options, Buffer body, UniEmitter<? super Reply> done) {
      this.done = done;
      done.onTermination(this::end);
      client
          .request(options)
          .onFailure(failure -> done.fail(new NeverSent(failure.getClass().getSimpleName())))
          .onSuccess(request -> send(request, body));
    }

    private synchronized void send(HttpClientRequest request, Buffer body) {
      this.request = request;
      request.exceptionHandler(done::fail);
      if (over) {
        request.reset();
      } else {
        sent = true;
        request.send(body).onFailure(done::fail).onSuccess(this::receive);
      }
    }

    /** The time is over; from now on nothing is sent. */
    synchronized Throwable giveUp() {
      over = true;
      return sent ? new TimeoutException() : new NeverSent("no connection in time");
    }

    private void receive(HttpClientResponse response) {
      response.exceptionHandler(done::fail);
      response.handler(
          part -> {
            if (collected.length() + part.length() > largestBody) {
              done.fail(new TooLarge(largestBody));
            } else {
              collected.appendBuffer(part);
            }
          });
      response.endHandler(
          end ->
              complete(
                  new Reply(
                      response.statusCode(),
                      collected.getBytes(),
                      RetryAfter.read(response.getHeader("Retry-After"), Instant.now()))));
    }

    private void complete(Reply reply) {
      synchronized (this) {
        answered = true;
      }
      done.complete(reply);
    }

    /** Nobody waits any more: answered, failed or given up. */
    synchronized void end() {
      over = true;
      if (request != null && !answered) {
        request.reset();
      }
    }
  }
}
