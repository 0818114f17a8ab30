package com.partnerbridges.xendit.kiosk;

import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** The page's address and what browsers let it do. Its files are served as they are. */
@Singleton
class KioskPage {

  private static final int BEFORE_THE_FILES = -1;

  private final String policy;

  KioskPage(XenditConfig config) {
    URI base = config.publicBaseUrl().uri();
    // the picture of the code has the public address, whichever address the page was opened at
    String pictures = base.getScheme() + "://" + base.getRawAuthority();
    policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + (" img-src 'self' data: " + pictures + ";")
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  void register(@Observes Router router) {
    router.route("/kiosk/*").order(BEFORE_THE_FILES).handler(this::protect);
    router.get("/kiosk").order(BEFORE_THE_FILES).handler(KioskPage::addSlash);
  }

  private void protect(RoutingContext request) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Security-Policy", policy);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    request.next();
  }

  /** The page names its files relative to itself. */
  private static void addSlash(RoutingContext request) {
    if (request.request().path().endsWith("/")) {
      request.next();
    } else {
      request.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, "kiosk/").end();
    }
  }
}
