package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Iute: the physical-POS partner API, its customers, and its signed webhooks. */
public final class IuteRoom implements Room {
  private static final String NAME = "iute";

  private final Traffic traffic = new Traffic(NAME, IuteApi.OPERATIONS);
  private final IuteOrders orders = new IuteOrders();
  private final IuteKeys keys = new IuteKeys();
  private final IuteWebhooks webhooks;
  private final Vertx vertx;

  public IuteRoom(Vertx vertx) {
    this.vertx = vertx;
    this.webhooks = new IuteWebhooks(new Courier(vertx, traffic), new SignedWebhooks(keys));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    new IuteApi(traffic, orders, keys).mount(router);
  }

  @Override
  public void mountControl(Router router) {
    new IuteControl(vertx, orders, webhooks, keys).mount(router);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  /** The key pair stays: whoever has its public half in a cache may keep it. */
  @Override
  public void reset() {
    traffic.reset();
    orders.clear();
    webhooks.reset();
    keys.choose(KeyChoice.NEW);
  }
}
