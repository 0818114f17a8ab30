package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Xendit's control routes: what customers do, the merchant's dashboard, and Xendit's clock. */
final class XenditControl {
  private final XenditBooks books;
  private final Till till;
  private final RefundDesk refunds;
  private final XenditWebhooks webhooks;

  XenditControl(XenditBooks books, Till till, RefundDesk refunds, XenditWebhooks webhooks) {
    this.books = books;
    this.till = till;
    this.refunds = refunds;
    this.webhooks = webhooks;
  }

  void mount(Router router) {
    router.get("/codes").handler(this::codes);
    router.get("/codes/:id").handler(call -> Control.answer(call, books.get(id(call))));
    router.post("/codes/:id/pay").handler(this::pay);
    router.post("/codes/:id/expire").handler(this::expire);
    router.post("/codes/:id/redeliver").handler(this::redeliver);
    router.get("/refunds").handler(this::refunds);
    router.post("/refunds/:id/settle").handler(this::settle);
    router.put("/settings").handler(this::set);
    router.put("/retry").handler(this::retry);
    router.post("/test-and-save").handler(call -> answer(call, webhooks.testAndSave()));
    router.post("/webhook").handler(this::raw);
  }

  private void codes(RoutingContext call) {
    XenditSettings settings =
        new XenditSettings(
            webhooks.registered(), webhooks.token(), refunds.automatic(), till.paysNextCode());
    Control.answer(
        call, new CodePage(books.newestCodes(Control.limit(call)), books.size(), settings));
  }

  private void pay(RoutingContext call) {
    answer(call, till.pay(id(call), Control.body(call, PayOptions.class)));
  }

  private void expire(RoutingContext call) {
    Control.answer(call, books.expire(id(call)));
  }

  private void redeliver(RoutingContext call) {
    Redelivery redelivery = Control.body(call, Redelivery.class);
    String reference = books.get(id(call)).reference();
    answer(call, webhooks.redeliver(reference, redelivery.sameWebhookId()));
  }

  private void refunds(RoutingContext call) {
    Control.answer(call, books.newestRefunds(Control.limit(call)));
  }

  private void settle(RoutingContext call) {
    answer(call, refunds.settle(id(call), Control.body(call, Settlement.class).status()));
  }

  private void set(RoutingContext call) {
    XenditSettings settings = Control.body(call, XenditSettings.class);
    if (settings.webhookUrl() != null) {
      webhooks.register(settings.webhookUrl());
    }
    if (settings.token() != null) {
      webhooks.token(settings.token());
    }
    if (settings.automaticRefunds() != null) {
      refunds.automatic(settings.automaticRefunds());
    }
    if (settings.payNextCode() != null) {
      till.payNextCode(settings.payNextCode());
    }
    Control.done(call);
  }

  private void retry(RoutingContext call) {
    webhooks.retry(Control.body(call, RetryPolicy.class));
    Control.done(call);
  }

  private void raw(RoutingContext call) {
    answer(call, webhooks.raw(Control.body(call, RawXenditWebhook.class)));
  }

  private static void answer(RoutingContext call, Future<?> value) {
    value.onSuccess(done -> Control.answer(call, done)).onFailure(call::fail);
  }

  private static String id(RoutingContext call) {
    return call.pathParam("id");
  }
}
