package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** UTOPIA's control routes: households that order, and what the provider is told. */
final class UtopiaControl {
  private final UtopiaOrders orders;
  private final UtopiaCallbacks callbacks;

  UtopiaControl(UtopiaOrders orders, UtopiaCallbacks callbacks) {
    this.orders = orders;
    this.callbacks = callbacks;
  }

  void mount(Router router) {
    router.get("/orders").handler(this::list);
    router.put("/orders").handler(this::put);
    router
        .get("/orders/:ref")
        .handler(call -> Control.answer(call, orders.get(call.pathParam("ref"))));
    router.delete("/orders/:ref").handler(this::deny);
    router.post("/order-now").handler(this::orderNow);
    router
        .post("/callback")
        .handler(call -> answer(call, callbacks.send(Control.body(call, Callback.class))));
    router.put("/settings").handler(this::set);
    router.put("/retry").handler(this::retry);
  }

  private void list(RoutingContext call) {
    Control.answer(
        call,
        new UtopiaPage(orders.newest(Control.limit(call)), orders.size(), callbacks.settings()));
  }

  private void put(RoutingContext call) {
    orders.put(Control.body(call, UtopiaOrder.class));
    Control.done(call);
  }

  private void deny(RoutingContext call) {
    orders.remove(call.pathParam("ref"));
    Control.done(call);
  }

  private void orderNow(RoutingContext call) {
    callbacks.url();
    UtopiaOrder order = orders.placeNext();
    answer(
        call,
        callbacks
            .send(Callback.newOrder(order.orderref(), CallbackOptions.USUAL))
            .map(deliveries -> new Ordered(order, deliveries)));
  }

  private void set(RoutingContext call) {
    callbacks.change(Control.body(call, UtopiaSettings.class));
    Control.done(call);
  }

  private void retry(RoutingContext call) {
    callbacks.retry(Control.body(call, RetryPolicy.class));
    Control.done(call);
  }

  private static void answer(RoutingContext call, Future<?> value) {
    value.onSuccess(done -> Control.answer(call, done)).onFailure(call::fail);
  }
}
