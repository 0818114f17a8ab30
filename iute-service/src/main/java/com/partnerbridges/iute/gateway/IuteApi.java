package com.partnerbridges.iute.gateway;

import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Iute's physical-POS API. The token goes raw into {@code Authorization}, with no scheme. */
@Startup
@ApplicationScoped
public class IuteApi {

  private static final String PATH = "/api/v1/physical-api-partners";
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final PartnerHttp http;
  private final HttpAddress base;
  private final URI publicKey;
  private final Map<String, String> headers;

  IuteApi(Vertx vertx, IuteConfig config) {
    PartnerCalls.Limits limits = config.calls();
    this.http =
        new PartnerHttp(vertx, limits.connectTimeout(), limits.readTimeout(), LARGEST_ANSWER);
    this.base = config.apiBaseUrl();
    this.publicKey = config.publicKeyUrl().uri();
    this.headers =
        Map.of(
            "Authorization",
            config.authToken().value(),
            "Content-Type",
            "application/json",
            "Accept",
            "application/json");
  }

  Uni<Reply> me() {
    return http.get(base.resolve(PATH + "/me"), headers);
  }

  Uni<Reply> createOrUpdate(String order) {
    return http.post(
        base.resolve(PATH + "/order"), headers, order.getBytes(StandardCharsets.UTF_8));
  }

  /** The order id is one of ours, so it needs no escaping. */
  Uni<Reply> status(String orderId) {
    return http.get(base.resolve(PATH + "/orders/" + orderId + "/status"), headers);
  }

  Uni<Reply> withdraw(String orderId) {
    return http.post(base.resolve(PATH + "/orders/" + orderId + "/withdraw"), headers, new byte[0]);
  }

  /** The PEM file that webhooks are verified with: public, so our token stays here. */
  public Uni<Reply> publicKey() {
    return http.get(publicKey, Map.of());
  }
}
