package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** UTOPIA: orders of households, and the callbacks about them. */
public final class UtopiaRoom implements Room {
  static final String NAME = "utopia";

  private final Traffic traffic = new Traffic(NAME, UtopiaApi.OPERATIONS);
  private final UtopiaOrders orders = new UtopiaOrders();
  private final UtopiaCallbacks callbacks;

  public UtopiaRoom(Vertx vertx) {
    this.callbacks = new UtopiaCallbacks(new Courier(vertx, traffic));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    new UtopiaApi(traffic, orders, callbacks).mount(router);
  }

  @Override
  public void mountControl(Router router) {
    new UtopiaControl(orders, callbacks).mount(router);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  /** The registration for callbacks stays. */
  @Override
  public void reset() {
    traffic.reset();
    orders.clear();
    callbacks.reset();
  }
}
