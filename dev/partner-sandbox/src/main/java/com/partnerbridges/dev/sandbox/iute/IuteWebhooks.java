package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Webhook;
import com.partnerbridges.dev.sandbox.room.WebhookSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Delivers webhooks: once, several times, at once, and again when they were not received. */
final class IuteWebhooks {
  private static final int REDELIVERABLE = 20_000;

  private final Vertx vertx;
  private final WebhookSender sender;
  private final SignedWebhooks signed;
  private final Map<String, Webhook> last = new BoundedMap<>(REDELIVERABLE);
  private RegisteredUrls registered = RegisteredUrls.NONE;
  private Retry retry = Retry.NEVER;

  /** Counts the resets, so that no retry outlives one. */
  private int era;

  IuteWebhooks(Vertx vertx, WebhookSender sender, SignedWebhooks signed) {
    this.vertx = vertx;
    this.sender = sender;
    this.signed = signed;
  }

  void register(RegisteredUrls urls) {
    registered = urls;
  }

  void retry(Retry policy) {
    retry = policy;
  }

  Future<List<Delivery>> tell(IuteOrder order, WebhookKind kind, WebhookOptions options) {
    String url = kind.url(order, registered);
    if (url == null || options.lost()) {
      return Future.succeededFuture(List.of());
    }
    Buffer body = SignedWebhooks.body(order, kind, options);
    Webhook webhook = new Webhook(order.orderId(), kind.name(), url, body);
    last.put(order.orderId(), webhook);
    return deliver(webhook, options);
  }

  Future<List<Delivery>> redeliver(String orderId, WebhookOptions options) {
    Webhook webhook = last.get(orderId);
    if (webhook == null) {
      throw new NoSuchElementException("No webhook was sent for order " + orderId);
    }
    return deliver(webhook, options);
  }

  /** Signs a webhook and sends it. Tells of the first attempt of each copy; retries follow it. */
  Future<List<Delivery>> deliver(Webhook unsigned, WebhookOptions options) {
    Supplier<Webhook> signer = () -> signed.sign(unsigned, options);
    Webhook webhook = signer.get();
    int copies = 1 + options.duplicates();
    Future<List<Delivery>> deliveries =
        options.concurrently()
            ? concurrently(webhook, signer, copies)
            : oneByOne(webhook, signer, copies, new ArrayList<>());
    return options.background() ? Future.succeededFuture(List.of()) : deliveries;
  }

  void reset() {
    last.clear();
    registered = RegisteredUrls.NONE;
    retry = Retry.NEVER;
    era++;
  }

  private Future<List<Delivery>> concurrently(
      Webhook webhook, Supplier<Webhook> signer, int copies) {
    List<Future<Delivery>> sent = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      sent.add(attempt(webhook, signer, 1));
    }
    return Future.all(sent).map(all -> all.list());
  }

  private Future<List<Delivery>> oneByOne(
      Webhook webhook, Supplier<Webhook> signer, int copies, List<Delivery> sent) {
    if (copies == 0) {
      return Future.succeededFuture(sent);
    }
    return attempt(webhook, signer, 1)
        .compose(
            delivery -> {
              sent.add(delivery);
              return oneByOne(webhook, signer, copies - 1, sent);
            });
  }

  private Future<Delivery> attempt(Webhook webhook, Supplier<Webhook> signer, int number) {
    int startedIn = era;
    return sender
        .send(webhook, number)
        .onSuccess(
            delivery -> {
              if (!delivery.accepted() && number <= retry.times()) {
                Supplier<Webhook> next = retry.signAnew() ? signer : () -> webhook;
                vertx.setTimer(
                    retry.everyMillis(),
                    timer -> {
                      if (startedIn == era) {
                        attempt(next.get(), signer, number + 1);
                      }
                    });
              }
            });
  }
}
