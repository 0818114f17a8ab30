package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Xendit: QR codes, the customers who pay them, refunds, and the webhooks about it. */
public final class XenditRoom implements Room {
  static final String NAME = "xendit";

  private final Traffic traffic = new Traffic(NAME, XenditApi.OPERATIONS);
  private final XenditBooks books = new XenditBooks();
  private final XenditWebhooks webhooks;
  private final Till till;
  private final RefundDesk refunds;

  public XenditRoom(Vertx vertx) {
    this.webhooks = new XenditWebhooks(new Courier(vertx, traffic));
    this.till = new Till(books, webhooks);
    this.refunds = new RefundDesk(vertx, books, webhooks);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    new XenditApi(traffic, books, till, refunds).mount(router);
  }

  @Override
  public void mountControl(Router router) {
    new XenditControl(books, till, refunds, webhooks).mount(router);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  /** The registered webhook URL stays, as the dashboard keeps it. */
  @Override
  public void reset() {
    traffic.reset();
    books.clear();
    webhooks.reset();
    till.reset();
    refunds.reset();
  }
}
