package com.partnerbridges.utopia.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.shared.partner.PartnerHttpOptions;
import com.partnerbridges.shared.partner.Trust;
import com.partnerbridges.utopia.UtopiaConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * PowerCode's classic API, and the tags of the newer one. No connection is used twice: on one that
 * PowerCode was just closing, it would not be known whether a charge was read.
 */
@ApplicationScoped
class PowercodeApi {

  private static final Logger LOG = Logger.getLogger(PowercodeApi.class);
  private static final int LARGEST_ANSWER = 1024 * 1024;
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");

  private final PartnerHttp http;
  private final Trust trust;
  private final URI classic;
  private final URI uapi;
  private final String key;
  private final Map<String, String> uapiHeaders;

  PowercodeApi(Vertx vertx, UtopiaConfig config, PowercodeAddresses addresses) {
    UtopiaConfig.Powercode settings = config.powercode();
    PartnerCalls.Limits limits = settings.calls();
    this.trust = PowercodeTrust.of(settings);
    this.http =
        new PartnerHttp(
            vertx,
            limits.connectTimeout(),
            limits.readTimeout(),
            LARGEST_ANSWER,
            new PartnerHttpOptions(settings.connections(), false, trust));
    this.classic = addresses.classic();
    this.uapi = addresses.uapi();
    this.key = settings.key().value();
    this.uapiHeaders =
        Map.of(
            "Authorization",
            // without the colon that others have between user and password
            "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8)),
            "Content-Type",
            "application/json",
            "Accept",
            "application/json");
  }

  void warn(@Observes StartupEvent start) {
    if (!trust.verifies()) {
      LOG.warn(
          "PC_VERIFY_SSL is off: whoever stands between this service and PowerCode can read and"
              + " change everything, PC_API_KEY included. Use PC_PINNED_CERTIFICATE or"
              + " PC_TRUST_STORE instead");
    }
  }

  Uni<Reply> act(String action, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("apiKey", key);
    all.put("action", action);
    all.putAll(parameters);
    String form =
        all.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return http.post(classic, FORM, form.getBytes(UTF_8));
  }

  /** One tag for each call. */
  Uni<Reply> addTag(String customerId, String tag) {
    URI tags = URI.create(uapi + "/customers/" + URLEncoder.encode(customerId, UTF_8) + "/tags");
    String body = JsonNodeFactory.instance.objectNode().put("tag", tag).toString();
    return http.post(tags, uapiHeaders, body.getBytes(UTF_8));
  }
}
