package com.partnerbridges.dev.sandbox;

import com.partnerbridges.dev.sandbox.mail.MailSink;
import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.TrafficControl;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** The routes of the whole sandbox: each partner, the control API, the page. */
final class SandboxRoutes {
  private static final long MOST_BODY_BYTES = 16 * 1024 * 1024;

  private SandboxRoutes() {}

  static Router of(Vertx vertx, List<Room> rooms, MailSink mail) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
    for (Room room : rooms) {
      Router partner = Router.router(vertx);
      room.mountPartner(partner);
      router.route("/" + room.name() + "/*").subRouter(partner);
      Router control = Router.router(vertx);
      new TrafficControl(room).mount(control);
      room.mountControl(control);
      router.route("/control/" + room.name() + "/*").subRouter(control);
    }
    router
        .get("/control/mail")
        .handler(call -> Control.answer(call, mail.newest(Control.limit(call))));
    router
        .delete("/control/mail")
        .handler(
            call -> {
              mail.clear();
              Control.done(call);
            });
    router
        .get("/control/partners")
        .handler(call -> Control.answer(call, rooms.stream().map(Room::name).toList()));
    router
        .post("/control/reset")
        .handler(
            call -> {
              rooms.forEach(Room::reset);
              mail.clear();
              Control.done(call);
            });
    router.route().failureHandler(Control::failed);
    return router;
  }
}
