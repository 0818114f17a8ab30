package com.partnerbridges.xendit.kiosk;

import com.partnerbridges.shared.page.PageDoor;
import com.partnerbridges.xendit.XenditConfig;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** Opens the page. */
@Singleton
class KioskPage {

  private final URI base;

  KioskPage(XenditConfig config) {
    base = config.publicBaseUrl().uri();
  }

  /** The picture of the code has the public address, whichever address the page was opened at. */
  void register(@Observes Router router) {
    PageDoor.open(
        router, "kiosk", "'self' data: " + base.getScheme() + "://" + base.getRawAuthority());
  }
}
