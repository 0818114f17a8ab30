package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Takes refunds, and settles them by itself unless it is told to wait for a word. */
final class RefundDesk {
  /** Long enough for the answer to the request to be out before the webhook. */
  private static final long SETTLING_MILLIS = 50;

  private final Vertx vertx;
  private final XenditBooks books;
  private final XenditWebhooks webhooks;
  private boolean automatic = true;

  RefundDesk(Vertx vertx, XenditBooks books, XenditWebhooks webhooks) {
    this.vertx = vertx;
    this.books = books;
    this.webhooks = webhooks;
  }

  boolean automatic() {
    return automatic;
  }

  void automatic(boolean settlesByItself) {
    automatic = settlesByItself;
  }

  XenditRefund take(String paymentId, Long amount, String reason) {
    XenditRefund refund = books.refund(paymentId, amount, reason);
    if (automatic) {
      vertx.setTimer(
          SETTLING_MILLIS,
          timer -> {
            if (books.findRefund(refund.id()).filter(XenditRefund::pending).isPresent()) {
              settle(refund.id(), XenditRefund.SUCCEEDED);
            }
          });
    }
    return refund;
  }

  Future<Settled> settle(String refundId, String status) {
    XenditRefund refund = books.settle(refundId, status);
    Future<List<Delivery>> told =
        webhooks.settled(
            refund, books.byId(refund.qrId()).map(XenditCode::callbackUrl).orElse(null));
    return told.map(deliveries -> new Settled(refund, deliveries));
  }

  void reset() {
    automatic = true;
  }
}
