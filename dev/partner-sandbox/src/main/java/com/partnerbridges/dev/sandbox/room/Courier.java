package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Delivers webhooks: one after the other or at once, and again when they were not received. */
public final class Courier {
  private final Vertx vertx;
  private final WebhookSender sender;
  private RetryPolicy retry = RetryPolicy.NEVER;

  /** Counts the resets, so that no retry outlives one. */
  private int era;

  public Courier(Vertx vertx, Traffic traffic) {
    this.vertx = vertx;
    this.sender = new WebhookSender(vertx, traffic);
  }

  public void retry(RetryPolicy policy) {
    retry = policy;
  }

  /**
   * Tells of the first attempt of each copy; retries follow it.
   *
   * @param again what a retry sends instead of the attempt before it
   */
  public Future<List<Delivery>> deliver(
      List<Webhook> copies, boolean concurrently, UnaryOperator<Webhook> again) {
    return concurrently
        ? Future.all(copies.stream().map(copy -> attempt(copy, again, 1)).toList())
            .map(all -> all.list())
        : oneByOne(copies, again, new ArrayList<>());
  }

  public void reset() {
    retry = RetryPolicy.NEVER;
    era++;
  }

  private Future<List<Delivery>> oneByOne(
      List<Webhook> copies, UnaryOperator<Webhook> again, List<Delivery> sent) {
    if (sent.size() == copies.size()) {
      return Future.succeededFuture(sent);
    }
    return attempt(copies.get(sent.size()), again, 1)
        .compose(
            delivery -> {
              sent.add(delivery);
              return oneByOne(copies, again, sent);
            });
  }

  private Future<Delivery> attempt(Webhook webhook, UnaryOperator<Webhook> again, int number) {
    int startedIn = era;
    return sender
        .send(webhook, number)
        .onSuccess(
            delivery -> {
              if (!delivery.accepted() && number <= retry.times()) {
                vertx.setTimer(
                    retry.everyMillis(),
                    timer -> {
                      if (startedIn == era) {
                        attempt(again.apply(webhook), again, number + 1);
                      }
                    });
              }
            });
  }
}
