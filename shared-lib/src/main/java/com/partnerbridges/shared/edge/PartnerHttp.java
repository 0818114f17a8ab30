package com.partnerbridges.shared.edge;

import io.smallrye.mutiny.Uni;
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
 * at most the connect and the answer time in all, also when the answer drips; an answer over the
 * size limit fails the call before it fills the memory. Redirects are not followed. Every status is
 * an answer; network faults, time-outs and oversize are failures.
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
   * @param answerTime time from the request to the end of the answer
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
    return Uni.createFrom()
        .emitter(
            done -> {
              RequestOptions options =
                  new RequestOptions().setMethod(method).setAbsoluteURI(address.toString());
              headers.forEach(options::putHeader);
              client
                  .request(options)
                  .onFailure(done::fail)
                  .onSuccess(
                      request -> {
                        done.onTermination(request::reset);
                        request
                            .send(body)
                            .onFailure(done::fail)
                            .onSuccess(
                                response ->
                                    collect(request, response)
                                        .subscribe()
                                        .with(done::complete, done::fail));
                      });
            })
        .onItem()
        .castTo(Reply.class)
        .ifNoItem()
        .after(answerTime)
        .failWith(TimeoutException::new);
  }

  private Uni<Reply> collect(HttpClientRequest request, HttpClientResponse response) {
    return Uni.createFrom()
        .emitter(
            done -> {
              Buffer body = Buffer.buffer();
              response.exceptionHandler(done::fail);
              response.handler(
                  part -> {
                    if (body.length() + part.length() > largestBody) {
                      done.fail(new TooLarge(largestBody));
                      request.reset();
                    } else {
                      body.appendBuffer(part);
                    }
                  });
              response.endHandler(
                  end -> done.complete(new Reply(response.statusCode(), body.getBytes())));
            });
  }
}
