package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Delivery;
import io.vertx.core.Future;
import java.util.List;

/** Where customers pay: the money is booked, then the merchant is told. */
final class Till {
  private final XenditBooks books;
  private final XenditWebhooks webhooks;
  private boolean paysNextCode;

  Till(XenditBooks books, XenditWebhooks webhooks) {
    this.books = books;
    this.webhooks = webhooks;
  }

  Future<Paid> pay(String idOrReference, PayOptions options) {
    XenditPayment payment = books.pay(idOrReference, options);
    XenditCode code = books.get(payment.qrId());
    Future<List<Delivery>> told = webhooks.paid(code, payment, options);
    return told.map(deliveries -> new Paid(payment.id(), code, deliveries));
  }

  boolean paysNextCode() {
    return paysNextCode;
  }

  /** A customer who is faster than the answer to the merchant. */
  void payNextCode(boolean early) {
    paysNextCode = early;
  }

  /** Done when whatever comes before the answer to the merchant is done. */
  Future<Void> opened(XenditCode code) {
    if (!paysNextCode) {
      return Future.succeededFuture();
    }
    paysNextCode = false;
    return pay(code.id(), PayOptions.USUAL).mapEmpty();
  }

  void reset() {
    paysNextCode = false;
  }
}
