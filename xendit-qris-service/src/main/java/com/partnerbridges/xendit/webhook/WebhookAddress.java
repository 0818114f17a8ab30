package com.partnerbridges.xendit.webhook;

import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * Tells at start where Xendit must send its webhooks: it knows the address from its dashboard only.
 */
@Singleton
class WebhookAddress {

  private static final Logger LOG = Logger.getLogger(WebhookAddress.class);
  private static final String PATH = "/api/v1/webhooks/xendit";

  private final XenditConfig config;

  WebhookAddress(XenditConfig config) {
    this.config = config;
  }

  void tell(@Observes StartupEvent started) {
    URI here = config.publicBaseUrl().resolve(PATH);
    LOG.infof("QR code webhooks are expected at %s; Xendit's dashboard must name it", here);
    config
        .webhookUrl()
        .filter(registered -> !registered.uri().equals(here))
        .ifPresent(
            registered ->
                LOG.warnf("XENDIT_WEBHOOK_URL is %s, which is another address", registered.uri()));
  }
}
