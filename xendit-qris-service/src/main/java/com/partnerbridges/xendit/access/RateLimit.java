package com.partnerbridges.xendit.access;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How often anybody may ask: about one transaction, and as one client, for each instance. Kiosks
 * that poll every 3 seconds ask 20 times a minute.
 */
class RateLimit {

  private final int trustedProxies;
  private final Buckets clients;
  private final Buckets transactions;

  RateLimit(XenditConfig config, Clock clock) {
    this.trustedProxies = config.rate().trustedProxies();
    this.clients = new Buckets(config.rate().client(), clock);
    this.transactions = new Buckets(config.rate().transaction(), clock);
  }

  @Limited
  @ServerRequestFilter
  public void filter(UriInfo address, HttpServerRequest request) {
    String client =
        ClientAddress.of(
            request.remoteAddress().hostAddress(),
            request.headers().getAll("X-Forwarded-For"),
            trustedProxies);
    check(clients.take(client));
    address.getPathParameters().values().stream()
        .flatMap(List::stream)
        .filter(id -> id.matches(Text.EXTERNAL_ID))
        .forEach(id -> check(transactions.take(id)));
  }

  private static void check(Duration wait) {
    if (!wait.isZero()) {
      long seconds = wait.plusMillis(999).toSeconds();
      throw Problem.of(429, "RATE_LIMITED", "That is too often; come back in " + seconds + " s.")
          .withHeader("Retry-After", String.valueOf(seconds));
    }
  }
}
