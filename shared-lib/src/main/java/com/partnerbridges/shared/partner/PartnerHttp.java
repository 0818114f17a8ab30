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
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to a partner, bounded in everything: connections, waiting calls, time and size. A call takes
 * at most the answer time in all, waiting and connecting included, also when the answer drips; an
 * answer over the size limit fails the call before it fills the memory. Redirects are not followed.
 * Every status is an answer; network faults, time-outs and oversize are failures.
 */
public final class PartnerHttp {

  /**
   * What a partner answered.
   *
   * @param status the HTTP status
   * @param body the whole body, empty when there was none
   */
  public record Reply(int status, byte[] body) {}

  /** The answer was larger than the limit. */
  public static final class TooLarge extends RuntimeException {
    TooLarge(int limit) {
      super("the answer is larger than " + limit + " bytes", null, false, false);
    }
  }

  private static final int CONNECTIONS = 32;
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
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) connectTime.toMillis())
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING_CALLS)
                .setKeepAliveTimeout(15));
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
        .<Reply>emitter(
            done -> {
              Call call = new Call(done);
              done.onTermination(call::end);
              client
                  .request(options)
                  .onFailure(done::fail)
                  .onSuccess(request -> call.send(request, body));
            })
        .ifNoItem()
        .after(answerTime)
        .failWith(TimeoutException::new);
  }

  /** One call. Its connection is kept for the next one only if the answer came to its end. */
  private final class Call {
    private final UniEmitter<? super Reply> done;
    private final Buffer collected = Buffer.buffer();
    private HttpClientRequest request;
    private boolean answered;
    private boolean over;

    Call(UniEmitter<? super Reply> done) {
      this.done = done;
    }

    synchronized void send(HttpClientRequest request, Buffer body) {
      this.request = request;
      request.exceptionHandler(done::fail);
      if (over) {
        request.reset();
      } else {
        request.send(body).onFailure(done::fail).onSuccess(this::receive);
      }
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
      response.endHandler(end -> complete(new Reply(response.statusCode(), collected.getBytes())));
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
