package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Puts a partner's operation on the wire: applies the fault that is due, and records the call. */
public final class Endpoint implements Handler<RoutingContext> {
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int DROP_BYTES = 1024;

  private final Traffic traffic;
  private final String name;
  private final Operation operation;
  private final IntFunction<Answer> refusal;

  public Endpoint(Traffic traffic, String name, Operation operation) {
    this(traffic, name, operation, Endpoint::plainRefusal);
  }

  /**
   * @param refusal how this partner writes an error status; for {@code STATUS_JSON}
   */
  public Endpoint(Traffic traffic, String name, Operation operation, IntFunction<Answer> refusal) {
    this.traffic = traffic;
    this.name = name;
    this.operation = operation;
    this.refusal = refusal;
  }

  @Override
  public void handle(RoutingContext call) {
    Instant time = Instant.now();
    long start = System.nanoTime();
    Fault fault = traffic.faults().take(name);
    slowly(call, fault)
        .onFailure(call::fail)
        .onSuccess(
            answer -> {
              long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
              boolean gone = answer == null || call.response().closed();
              traffic.record(recorded(call, time, millis, fault, gone ? null : answer));
              send(call, fault, answer);
            });
  }

  private static Answer plainRefusal(int status) {
    return Answer.json(status, Map.of("message", "Set by the sandbox"));
  }

  private static Future<Void> wait(RoutingContext call, long millis) {
    return millis == 0 ? Future.succeededFuture() : call.vertx().timer(millis).mapEmpty();
  }

  private Future<Answer> slowly(RoutingContext call, Fault fault) {
    return switch (fault.kind()) {
      case LATE_ANSWER ->
          answer(call, fault)
              .compose(answer -> wait(call, fault.latencyMillis()).map(waited -> answer));
      case TRICKLE -> answer(call, fault);
      default -> wait(call, fault.latencyMillis()).compose(waited -> answer(call, fault));
    };
  }

  /** Null means no answer at all. */
  private Future<Answer> answer(RoutingContext call, Fault fault) {
    return switch (fault.kind()) {
      case DROP_BEFORE -> Future.succeededFuture();
      case STATUS_JSON -> Future.succeededFuture(refusal.apply(fault.status()));
      case STATUS_HTML ->
          Future.succeededFuture(
              Answer.text(
                  fault.status(),
                  "text/html",
                  "<!doctype html><title>Sandbox</title><h1>" + fault.status() + "</h1>"));
      case DROP_AFTER -> operation.answer(call).mapEmpty();
      case NONE, LATE_ANSWER, TRUNCATED_JSON, DROP_WITHIN, TRICKLE, HUGE_BODY ->
          operation.answer(call);
    };
  }

  private RecordedCall recorded(
      RoutingContext call, Instant time, long millis, Fault fault, Answer answer) {
    Buffer body = call.body() == null ? null : call.body().buffer();
    return new RecordedCall(
        traffic.nextId(),
        time,
        traffic.partner(),
        name,
        call.request().method().name(),
        call.request().uri(),
        Excerpt.of(call.request().headers()),
        Excerpt.of(body),
        answer == null ? null : answer.status(),
        answer == null ? "" : answer.excerpt(),
        millis,
        fault.kind());
  }

  private static void send(RoutingContext call, Fault fault, Answer answer) {
    if (answer == null) {
      call.request().connection().close();
      return;
    }
    HttpServerResponse response = call.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status()).putHeader("Content-Type", answer.contentType());
    answer.headers().forEach(response::putHeader);
    body(call, fault, answer);
  }

  private static void body(RoutingContext call, Fault fault, Answer answer) {
    HttpServerResponse response = call.response();
    long cut = fault.bytes() > 0 ? fault.bytes() : answer.middle();
    Runnable end = response::end;
    switch (fault.kind()) {
      case HUGE_BODY -> new BodyStream(call, new HugeBody(fault.bytes()), 0, end).send();
      case TRUNCATED_JSON -> new BodyStream(call, answer.pieces(cut, PIECE_BYTES), 0, end).send();
      case DROP_WITHIN -> {
        Runnable hangUp = () -> call.request().connection().close();
        new BodyStream(call, answer.pieces(cut, PIECE_BYTES), 0, hangUp).send();
      }
      case TRICKLE -> {
        int size = fault.bytes() > 0 ? (int) Math.min(fault.bytes(), PIECE_BYTES) : DROP_BYTES;
        Iterator<Buffer> drops = answer.pieces(Long.MAX_VALUE, size);
        new BodyStream(call, drops, Math.max(1, fault.latencyMillis()), end).send();
      }
      default -> {
        if (answer.isWhole()) {
          response.end(answer.body());
        } else {
          new BodyStream(call, answer.pieces(Long.MAX_VALUE, PIECE_BYTES), 0, end).send();
        }
      }
    }
  }
}
