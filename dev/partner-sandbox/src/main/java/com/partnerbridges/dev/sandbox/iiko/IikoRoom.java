package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.ext.web.Router;

/** iiko: a server for each account. What the room as a whole says is about the demo's. */
public final class IikoRoom implements Room {
  static final String NAME = "iiko";

  private final IikoTenants tenants = new IikoTenants();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    new IikoApi(tenants).mount(router);
  }

  @Override
  public void mountControl(Router router) {
    new IikoControl(tenants).mount(router);
  }

  @Override
  public Traffic traffic() {
    return tenants.demo().traffic();
  }

  @Override
  public void reset() {
    tenants.reset();
  }
}
