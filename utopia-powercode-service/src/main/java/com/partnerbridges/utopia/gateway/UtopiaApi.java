package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.utopia.UtopiaConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** UTOPIA's API for providers: each call is a POST of JSON with the key inside. */
@Startup
@ApplicationScoped
class UtopiaApi {

  private static final String PATH = "/spquery/contractlookup";
  private static final int LARGEST_ANSWER = 1024 * 1024;
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  private final PartnerHttp http;
  private final URI lookup;
  private final String key;

  UtopiaApi(Vertx vertx, UtopiaConfig config) {
    PartnerCalls.Limits limits = config.api().calls();
    this.http =
        new PartnerHttp(vertx, limits.connectTimeout(), limits.readTimeout(), LARGEST_ANSWER);
    String url = config.api().url().toString();
    this.lookup = URI.create(url.endsWith(PATH) ? url : url + PATH);
    this.key = config.api().key().value();
  }

  Uni<Reply> contractLookup(String orderref) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("apikey", key)
            .put("orderref", orderref)
            .toString();
    return http.post(lookup, HEADERS, body.getBytes(StandardCharsets.UTF_8));
  }
}
