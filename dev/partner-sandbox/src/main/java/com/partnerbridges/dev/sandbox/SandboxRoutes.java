package com.partnerbridges.dev.sandbox;

import com.partnerbridges.dev.sandbox.mail.MailSink;
import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import com.partnerbridges.dev.sandbox.room.TrafficControl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;

/** The routes of the whole sandbox: each partner, the control API, the page. */
final class SandboxRoutes {
  private static final long MOST_BODY_BYTES = 16 * 1024 * 1024;

  private final Vertx vertx;
  private final List<Room> rooms;
  private final MailSink mail;

  SandboxRoutes(Vertx vertx, List<Room> rooms, MailSink mail) {
    this.vertx = vertx;
    this.rooms = rooms;
    this.mail = mail;
  }

  Router router() {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
    Page.mount(router);
    router.get("/control/partners").handler(this::partners);
    router.post("/control/reset").handler(this::reset);
    router.get("/control/mail").handler(this::mails);
    router.delete("/control/mail").handler(this::clearMail);
    for (Room room : rooms) {
      router.route("/" + room.name() + "/*").subRouter(partner(room));
      router.route("/control/" + room.name() + "/*").subRouter(control(room));
    }
    router.route().failureHandler(Control::failed);
    return router;
  }

  private Router partner(Room room) {
    Router router = Router.router(vertx);
    room.mountPartner(router);
    router.route().handler(new Endpoint(room.traffic(), Traffic.OTHER, call -> noSuchCall()));
    return router;
  }

  private Router control(Room room) {
    Router router = Router.router(vertx);
    new TrafficControl(call -> room).mount(router, "");
    room.mountControl(router);
    return router;
  }

  private static Future<Answer> noSuchCall() {
    return Future.succeededFuture(Answer.json(404, Map.of("message", "No such call")));
  }

  private void partners(RoutingContext call) {
    Control.answer(call, rooms.stream().map(Room::name).toList());
  }

  private void reset(RoutingContext call) {
    rooms.forEach(Room::reset);
    mail.clear();
    Control.done(call);
  }

  private void mails(RoutingContext call) {
    Control.answer(call, mail.newest(Control.limit(call)));
  }

  private void clearMail(RoutingContext call) {
    mail.clear();
    Control.done(call);
  }
}
