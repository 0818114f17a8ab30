package com.partnerbridges.xendit.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Addresses that monitors and people already ask for, and where their answers are. */
@Singleton
class KnownAddresses {

  void register(@Observes Router router) {
    router.get("/health").handler(request -> request.reroute("/q/health"));
    router.get("/redoc").handler(request -> request.reroute("/redoc/index.html"));
  }
}
