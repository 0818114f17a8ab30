package com.partnerbridges.xendit.access;

import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Pages of this service call it from its public address. Behind a proxy that ends TLS the request
 * looks as if it came to another, and the check of origins would refuse it.
 */
@Singleton
class OwnOrigin {

  private static final int BEFORE_THE_CHECK = Integer.MIN_VALUE;

  private final String own;

  OwnOrigin(XenditConfig config) {
    URI base = config.publicBaseUrl().uri();
    this.own = base.getScheme() + "://" + base.getRawAuthority();
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_THE_CHECK).handler(this::welcome);
  }

  private void welcome(RoutingContext request) {
    if (own.equalsIgnoreCase(request.request().getHeader(HttpHeaders.ORIGIN))) {
      request.request().headers().remove(HttpHeaders.ORIGIN);
    }
    request.next();
  }
}
