package com.partnerbridges.iute.webhook;

import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.iute.gateway.IuteApi;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.shared.signature.PublicKeySource;
import com.partnerbridges.shared.signature.RsaWebhookVerifier;
import com.partnerbridges.shared.signature.TimestampedRsaSignature;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Puts the verifier of Iute's webhooks together. */
class WebhookSignature {

  /** A refusal stands only on a key at most this old, and a key is refetched at most this often. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final Duration FETCH_LIMIT = Duration.ofSeconds(2);

  @Produces
  @Singleton
  RsaWebhookVerifier verifier(IuteApi api, IuteConfig config, Clock clock) {
    PublicKeySource keys =
        new PublicKeySource(
            () -> api.publicKey().map(WebhookSignature::content).subscribeAsCompletionStage(),
            clock,
            config.publicKeyTtl(),
            FRESH,
            FETCH_LIMIT);
    return new RsaWebhookVerifier(
        keys, new TimestampedRsaSignature(clock, config.webhookMaxSkew()), clock, FRESH);
  }

  private static byte[] content(Reply response) {
    if (response.status() != 200) {
      throw new IllegalStateException("HTTP " + response.status() + " for the public key");
    }
    return response.body();
  }
}
