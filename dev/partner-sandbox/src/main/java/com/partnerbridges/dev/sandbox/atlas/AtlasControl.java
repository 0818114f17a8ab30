package com.partnerbridges.dev.sandbox.atlas;

import com.partnerbridges.dev.sandbox.room.Control;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Atlas's control routes: who is logged in, and whether answers are encrypted. */
final class AtlasControl {
  private final AtlasUsers users;
  private final AtlasApi api;

  AtlasControl(AtlasUsers users, AtlasApi api) {
    this.users = users;
    this.api = api;
  }

  void mount(Router router) {
    router.get("/users").handler(this::list);
    router.put("/users/:token").handler(this::put);
    router.delete("/users/:token").handler(this::remove);
    router.put("/settings").handler(this::set);
  }

  private void list(RoutingContext call) {
    Control.answer(call, Map.of("users", users.all(), "encrypted", api.encrypted()));
  }

  private void put(RoutingContext call) {
    users.put(call.pathParam("token"), Control.body(call, AtlasUser.class));
    Control.done(call);
  }

  private void remove(RoutingContext call) {
    users.remove(call.pathParam("token"));
    Control.done(call);
  }

  private void set(RoutingContext call) {
    api.encrypted(Control.body(call, AtlasSettings.class).encrypted());
    Control.done(call);
  }
}
