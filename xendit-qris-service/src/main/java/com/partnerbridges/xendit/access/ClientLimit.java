package com.partnerbridges.xendit.access;

import com.partnerbridges.shared.edge.ClientAddress;
import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;

/** How often one client may ask, for each instance. */
final class ClientLimit {

  private final int trustedProxies;
  private final Buckets clients;

  ClientLimit(XenditConfig.Rate rate, InstantSource clock) {
    this.trustedProxies = rate.trustedProxies();
    this.clients = new Buckets(rate.client(), clock);
  }

  /** Refuses the request when its client has asked too often. */
  void check(HttpServerRequest request) {
    clients.demand(
        ClientAddress.key(
            ClientAddress.of(
                request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"),
                trustedProxies)));
  }
}
