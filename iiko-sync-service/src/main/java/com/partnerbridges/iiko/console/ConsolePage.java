package com.partnerbridges.iiko.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The page's address and what browsers let it do. */
@Singleton
class ConsolePage {

  private static final int BEFORE_THE_FILES = -1;

  /** Nothing but its own files, and its own service to talk to. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  void register(@Observes Router router) {
    router.route("/console/*").order(BEFORE_THE_FILES).handler(ConsolePage::protect);
    router.get("/console").order(BEFORE_THE_FILES).handler(ConsolePage::addSlash);
  }

  private static void protect(RoutingContext request) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    request.next();
  }

  /** The page names its files relative to itself; the part behind # is kept by the browser. */
  private static void addSlash(RoutingContext request) {
    if (request.request().path().endsWith("/")) {
      request.next();
    } else {
      request.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, "console/").end();
    }
  }
}
