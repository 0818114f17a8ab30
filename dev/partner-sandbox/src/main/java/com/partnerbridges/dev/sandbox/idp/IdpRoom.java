package com.partnerbridges.dev.sandbox.idp;

import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.ext.web.Router;

/** The identity provider of people who use iiko-sync-service. It believes everybody. */
public final class IdpRoom implements Room {
  static final String NAME = "idp";
  static final String ISSUER = "sandbox-idp";
  static final String AUDIENCE = "iiko-sync-service";

  private final Traffic traffic = new Traffic(NAME, IdpApi.OPERATIONS);
  private final IdpApi api = new IdpApi(traffic);

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
    // tokens are asked for where people would get them
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  /** The key pair stays: services have its public half in a cache. */
  @Override
  public void reset() {
    traffic.reset();
  }
}
