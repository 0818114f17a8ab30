package com.partnerbridges.dev.sandbox.powercode;

import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** PowerCode: customers, their services, their tickets and their tags. */
public final class PowercodeRoom implements Room {
  static final String NAME = "powercode";

  private final Traffic traffic = new Traffic(NAME, PowercodeApi.OPERATIONS);
  private final PowercodeBooks books = new PowercodeBooks();
  private final Desk desk = new Desk();
  private final SelfSignedCertificate certificate;

  public PowercodeRoom(SelfSignedCertificate certificate) {
    this.certificate = certificate;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mountPartner(Router router) {
    new PowercodeApi(traffic, books, desk).mount(router);
    router.get("/index.php").handler(PowercodeRoom::staffPage);
  }

  /** Staff's links to a customer lead to all that is known of it. */
  private static void staffPage(RoutingContext call) {
    String customer = ControlHttp.encoded(call.queryParams().get("customerid"));
    call.redirect("/control/" + NAME + "/customers/" + customer);
  }

  @Override
  public void mountControl(Router router) {
    new PowercodeControl(books, desk, certificate).mount(router);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public void reset() {
    traffic.reset();
    books.clear();
    desk.reset();
  }
}
