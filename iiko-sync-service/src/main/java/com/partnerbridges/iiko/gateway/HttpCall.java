package com.partnerbridges.iiko.gateway;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One call up to the head of its answer. */
final class HttpCall {

  private final CompletableFuture<Void> connection = new CompletableFuture<>();
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private final Attempt attempt;
  private final String body;
  private final Duration patience;
  private final long largestBody;
  private HttpClientRequest request;
  private boolean over;

  HttpCall(Attempt attempt, String body, Duration patience, long largestBody) {
    this.attempt = attempt;
    this.body = body;
    this.patience = patience;
    this.largestBody = largestBody;
  }

  /** On the event loop. */
  synchronized void connected(AsyncResult<HttpClientRequest> made) {
    if (made.failed()) {
      connection.completeExceptionally(made.cause());
      return;
    }
    request = made.result();
    if (over) {
      request.reset();
      return;
    }
    attempt.sent();
    connection.complete(null);
    request.send(body).onFailure(reply::completeExceptionally).onSuccess(this::answered);
  }

  private synchronized void answered(HttpClientResponse response) {
    if (over) {
      request.reset();
      return;
    }
    reply.complete(
        new Reply(
            response.statusCode(),
            response.headers(),
            new BodyStream(request, response, Vertx.currentContext(), patience, largestBody)));
  }

  /**
   * On the thread that asked.
   *
   * @param connectTime after which there is a connection, or none
   */
  Reply await(Duration connectTime) {
    try {
      connection.get(connectTime.toNanos(), TimeUnit.NANOSECONDS);
      return reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw HttpCalls.unreachable(why(failure.getCause()));
    } catch (TimeoutException late) {
      giveUp();
      throw HttpCalls.unreachable("The server does not answer.");
    } catch (InterruptedException stopped) {
      giveUp();
      Thread.currentThread().interrupt();
      throw HttpCalls.unreachable("The call was given up.");
    }
  }

  private synchronized void giveUp() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  private String why(Throwable cause) {
    if (attempt.isSent()) {
      return "The connection broke before the server answered.";
    }
    return cause instanceof SSLException
        ? "The server's certificate is not trusted, or is not for this name."
        : "The server cannot be connected to.";
  }
}
