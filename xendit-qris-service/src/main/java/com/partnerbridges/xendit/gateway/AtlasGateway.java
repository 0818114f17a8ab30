package com.partnerbridges.xendit.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.shared.partner.PartnerUnavailable;
import com.partnerbridges.xendit.AesCbc;
import com.partnerbridges.xendit.XenditConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.jboss.logging.Logger;

/** Asks Atlas who a token belongs to. Atlas's field names stop here. */
@Startup
@ApplicationScoped
public class AtlasGateway {

  private static final Logger LOG = Logger.getLogger(AtlasGateway.class);

  private static final int LARGEST_ANSWER = 256 * 1024;

  private final PartnerHttp http;
  private final PartnerCalls calls;
  private final URI me;
  private final AesCbc cipher;
  private final String appCode;

  AtlasGateway(Vertx vertx, XenditConfig config, MeterRegistry metrics) {
    XenditConfig.Atlas atlas = config.atlas();
    PartnerCalls.Limits limits = atlas.calls();
    this.http =
        new PartnerHttp(vertx, limits.connectTimeout(), limits.readTimeout(), LARGEST_ANSWER);
    this.calls = new PartnerCalls("atlas", Map.of(), limits, metrics).telling("me");
    this.me = atlas.ssoUrl().resolve("/auth/me");
    this.cipher = new AesCbc(atlas.encryptionKey(), atlas.encryptionIv());
    this.appCode = atlas.appCode();
  }

  /**
   * @param token visible ASCII
   */
  public Uni<AtlasOutcome> whoIs(String token) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
    return calls
        .repeating("me", () -> http.get(me, headers))
        .map(this::meaning)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> new AtlasOutcome.Away(failure.getMessage()))
        .invoke(
            outcome -> {
              if (outcome instanceof AtlasOutcome.Away away) {
                LOG.warnf("atlas call failed operation=me why=%s", away.why());
              }
            });
  }

  private AtlasOutcome meaning(Answer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      return new AtlasOutcome.Refused();
    }
    if (answer.status() != 200) {
      return new AtlasOutcome.Away("HTTP " + answer.status());
    }
    try {
      JsonNode envelope = plain(answer.json());
      JsonNode success = envelope.path("success");
      return success.isBoolean() && !success.booleanValue()
          ? new AtlasOutcome.Refused()
          : AtlasUser.of(envelope.path("data"), appCode);
    } catch (GeneralSecurityException | IllegalArgumentException otherKey) {
      return new AtlasOutcome.Away("an answer that ATLAS_ENCRYPTION_KEY and _IV do not open");
    }
  }

  private JsonNode plain(JsonNode envelope) throws GeneralSecurityException {
    return envelope.path("encrypted").asBoolean()
        ? PartnerText.tree(cipher.decrypt(envelope.path("data").asText()))
        : envelope;
  }
}
