package com.partnerbridges.dev.sandbox.powercode;

import com.partnerbridges.dev.sandbox.room.Control;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** PowerCode's control routes: its customers, its moods, and its certificate. */
final class PowercodeControl {
  private final PowercodeBooks books;
  private final Desk desk;
  private final SelfSignedCertificate certificate;

  PowercodeControl(PowercodeBooks books, Desk desk, SelfSignedCertificate certificate) {
    this.books = books;
    this.desk = desk;
    this.certificate = certificate;
  }

  void mount(Router router) {
    router.get("/customers").handler(this::customers);
    router.post("/customers").handler(this::existing);
    router
        .get("/customers/:id")
        .handler(call -> Control.answer(call, books.get(call.pathParam("id"))));
    router
        .get("/tickets")
        .handler(call -> Control.answer(call, books.newestTickets(Control.limit(call))));
    router.get("/done").handler(call -> Control.answer(call, desk.done()));
    router.put("/refusals/:action").handler(this::refuse);
    router.put("/settings").handler(this::set);
    router.get("/certificate").handler(this::certificate);
  }

  private void customers(RoutingContext call) {
    String extAccountId = call.request().getParam("extAccountID");
    List<PowercodeAccount> newest =
        extAccountId == null
            ? books.newest(Control.limit(call))
            : books.allOf(extAccountId).stream().limit(Control.limit(call)).toList();
    Control.answer(call, new PowercodePage(newest, books.size(), desk.settings()));
  }

  private void existing(RoutingContext call) {
    Control.answer(call, books.create(Control.body(call, PowercodeCustomer.class).fields()));
  }

  private void refuse(RoutingContext call) {
    desk.refuse(call.pathParam("action"), Control.body(call, Refusal.class));
    Control.done(call);
  }

  private void set(RoutingContext call) {
    desk.change(Control.body(call, PowercodeSettings.class));
    Control.done(call);
  }

  private void certificate(RoutingContext call) {
    call.response()
        .putHeader("Content-Type", "application/x-pem-file")
        .end(certificate.certificatePem());
  }
}
