package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Webhook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Iute's control routes: what its customers do, its settings and its keys. */
final class IuteControl {
  private final Vertx vertx;
  private final IuteOrders orders;
  private final IuteWebhooks webhooks;
  private final IuteKeys keys;

  IuteControl(Vertx vertx, IuteOrders orders, IuteWebhooks webhooks, IuteKeys keys) {
    this.vertx = vertx;
    this.orders = orders;
    this.webhooks = webhooks;
    this.keys = keys;
  }

  void mount(Router router) {
    router.get("/orders").handler(this::list);
    router.get("/orders/:id").handler(call -> Control.answer(call, orders.get(id(call))));
    router.post("/orders/:id/start").handler(this::start);
    router.post("/orders/:id/approve").handler(call -> tell(call, WebhookKind.CONFIRMATION));
    router.post("/orders/:id/confirm").handler(call -> tell(call, WebhookKind.CONFIRMATION));
    router.post("/orders/:id/cancel").handler(call -> tell(call, WebhookKind.CANCELLATION));
    router.post("/orders/:id/redeliver").handler(this::redeliver);
    router.post("/webhook").handler(this::raw);
    router.put("/registered-urls").handler(this::register);
    router.put("/retry").handler(this::retry);
    router.post("/rotate-key").handler(this::rotate);
    router.put("/keys").handler(this::chooseKeys);
    router.get("/keys").handler(call -> Control.answer(call, keys.choice()));
    router.get("/private-key").handler(this::privateKey);
  }

  private void list(RoutingContext call) {
    Control.answer(
        call, Map.of("items", orders.newest(Control.limit(call)), "total", orders.size()));
  }

  private void start(RoutingContext call) {
    StartOptions options = Control.body(call, StartOptions.class);
    Control.answer(call, orders.move(id(call), IuteStatus.IN_PROGRESS, options.spaced()));
  }

  private void tell(RoutingContext call, WebhookKind kind) {
    WebhookOptions options = Control.body(call, WebhookOptions.class);
    IuteOrder order = orders.move(id(call), kind.status(), orders.get(id(call)).spaced());
    answer(call, order, webhooks.tell(order, kind, options));
  }

  private void redeliver(RoutingContext call) {
    IuteOrder order = orders.get(id(call));
    WebhookOptions options = Control.body(call, WebhookOptions.class);
    answer(call, order, webhooks.redeliver(order.orderId(), options));
  }

  private static void answer(
      RoutingContext call, IuteOrder order, Future<List<Delivery>> deliveries) {
    deliveries
        .onSuccess(delivered -> Control.answer(call, new Told(order, delivered)))
        .onFailure(call::fail);
  }

  private void raw(RoutingContext call) {
    RawWebhook raw = Control.body(call, RawWebhook.class);
    webhooks
        .deliver(new Webhook("raw", "RAW", raw.url(), Buffer.buffer(raw.body())), raw.options())
        .onSuccess(delivered -> Control.answer(call, delivered))
        .onFailure(call::fail);
  }

  private void register(RoutingContext call) {
    webhooks.register(Control.body(call, RegisteredUrls.class));
    Control.done(call);
  }

  private void retry(RoutingContext call) {
    webhooks.retry(Control.body(call, Retry.class));
    Control.done(call);
  }

  private void rotate(RoutingContext call) {
    KeyChoice choice = Control.body(call, KeyChoice.class);
    vertx
        .executeBlocking(RsaKey::generate)
        .onSuccess(
            key -> {
              keys.rotate(key);
              keys.choose(choice);
              Control.answer(call, choice);
            })
        .onFailure(call::fail);
  }

  private void chooseKeys(RoutingContext call) {
    keys.choose(Control.body(call, KeyChoice.class));
    Control.answer(call, keys.choice());
  }

  private void privateKey(RoutingContext call) {
    call.response()
        .putHeader("Content-Type", "application/x-pem-file")
        .end(keys.signing().privatePem());
  }

  private static String id(RoutingContext call) {
    return call.pathParam("id");
  }
}
