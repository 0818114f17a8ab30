package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Webhook;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Tells the shops what became of their orders, signed. */
final class IuteWebhooks {
  private static final int REDELIVERABLE = 20_000;

  private final Courier courier;
  private final SignedWebhooks signed;
  private final Map<String, Webhook> last = new BoundedMap<>(REDELIVERABLE);
  private RegisteredUrls registered = RegisteredUrls.NONE;
  private boolean signAnew;

  IuteWebhooks(Courier courier, SignedWebhooks signed) {
    this.courier = courier;
    this.signed = signed;
  }

  void register(RegisteredUrls urls) {
    registered = urls;
  }

  void retry(Retry policy) {
    courier.retry(policy.policy());
    signAnew = policy.signAnew();
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
    Webhook webhook = signed.sign(unsigned, options);
    Future<List<Delivery>> deliveries =
        courier.deliver(
            Collections.nCopies(1 + options.duplicates(), webhook),
            options.concurrently(),
            before -> signAnew ? signed.sign(unsigned, options) : before);
    return options.background() ? Future.succeededFuture(List.of()) : deliveries;
  }

  void reset() {
    last.clear();
    registered = RegisteredUrls.NONE;
    signAnew = false;
    courier.reset();
  }
}
