package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Puts a partner's operation on the wire: applies the fault that is due, and records the call. */
public final class Endpoint implements Handler<RoutingContext> {
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
    return fault.kind() == Fault.Kind.LATE_ANSWER
        ? answer(call, fault)
            .compose(answer -> wait(call, fault.latencyMillis()).map(waited -> answer))
        : wait(call, fault.latencyMillis()).compose(waited -> answer(call, fault));
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
      case TRUNCATED_JSON -> operation.answer(call).map(Answer::cutInHalf);
      case NONE, LATE_ANSWER, HUGE_BODY -> operation.answer(call);
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
        answer == null ? "" : Excerpt.of(answer.body()),
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
    if (fault.kind() == Fault.Kind.HUGE_BODY) {
      new HugeBody(response, fault.bytes()).send();
    } else {
      response.end(answer.body());
    }
  }
}
