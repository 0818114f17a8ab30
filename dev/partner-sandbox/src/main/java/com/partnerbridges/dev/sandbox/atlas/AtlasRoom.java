package com.partnerbridges.dev.sandbox.atlas;

import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.ext.web.Router;

/** Atlas SSO: it knows who a token belongs to. */
public final class AtlasRoom implements Room {
  static final String NAME = "atlas";

  private final Traffic traffic = new Traffic(NAME, AtlasApi.OPERATIONS);
  private final AtlasUsers users = new AtlasUsers();
  private final AtlasApi api = new AtlasApi(traffic, users);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    api.mount(router);
  }

  @Override
  public void mountControl(Router router) {
    new AtlasControl(users, api).mount(router);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public void reset() {
    traffic.reset();
    users.reset();
    api.encrypted(false);
  }
}
