package com.partnerbridges.xendit.access;

import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How often anybody may ask: about one transaction, and as one client, for each instance. Kiosks
 * that poll every 3 seconds ask 20 times a minute.
 */
class RateLimit {

  private final ClientLimit clients;
  private final Buckets transactions;

  RateLimit(XenditConfig config, Clock clock) {
    this.clients = new ClientLimit(config.rate(), clock);
    this.transactions = new Buckets(config.rate().transaction(), clock);
  }

  @Limited
  @ServerRequestFilter
  public void filter(UriInfo address, HttpServerRequest request) {
    clients.check(request);
    address.getPathParameters().values().stream()
        .flatMap(List::stream)
        .filter(id -> id.matches(Text.EXTERNAL_ID))
        .forEach(transactions::demand);
  }
}
